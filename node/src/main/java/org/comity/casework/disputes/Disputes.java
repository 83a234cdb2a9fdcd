package org.comity.casework.disputes;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets two officers read both proofs and write down how the authorities settled a dispute. No entry is chosen: a keeper that signed two cannot be told by us which one stands, so the thread stays disputed and work goes on in a new one.
 */
@Component
class Disputes {

    static final int LONGEST_WORDS = 4000;

    private final SettlementRows rows;
    private final Requests requests;
    private final Threads threads;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Directory directory;
    private final Officials officials;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: a settlement binds a thread, is approved by two, and is on record; each is asked once.
    Disputes(
            SettlementRows rows,
            Requests requests,
            Threads threads,
            Drafts drafts,
            CaseAccess access,
            Compartments compartments,
            Directory directory,
            Officials officials,
            Approvals approvals,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.threads = threads;
        this.drafts = drafts;
        this.access = access;
        this.compartments = compartments;
        this.directory = directory;
        this.officials = officials;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    DisputeView view(String reference, String words, String continuedIn, FormProblems problems, Official by) {
        var row = disputed(reference, by);
        var kept = rows.find(row.thread()).orElse(null);
        boolean all = kept == null || kept.continuedIn().isEmpty() || sees(kept.continuedIn(), by);
        var settlement = kept == null || all ? kept : kept.withoutRequest();
        ledger.record(by, "dispute.read", row.thread(), Map.of("reference", reference));
        return new DisputeView(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                threads.find(row.thread()).map(Threads.Thread::disputed).orElse(""),
                threads.disputeProofs(row.thread()).stream()
                        .map(Disputes::proof)
                        .toList(),
                settlement,
                settlement == null ? "" : officials.name(settlement.proposedBy()),
                settlement == null ? "" : officials.name(settlement.second()),
                access.mayWrite(by) && (settlement == null || settlement.second() == null),
                all
                        && settlement != null
                        && settlement.second() == null
                        && verdict(settlement, by).allowed(),
                access.mayWrite(by) && weOpened(row),
                directory.self().profile().passkeyRequired(),
                words,
                continuedIn,
                problems);
    }

    /** It may have been closed to all but a few since it was named here; one whose number others have as well is open. */
    private boolean sees(String reference, Official by) {
        try {
            return access.find(reference, by).isPresent();
        } catch (RuleBroken shared) {
            return true;
        }
    }

    /** One proof as it was signed, byte for byte. */
    @Transactional
    byte[] proof(String reference, int number, boolean ours, Official by) {
        var row = disputed(reference, by);
        var proofs = threads.disputeProofs(row.thread());
        var bytes = number < 1 || number > proofs.size()
                ? null
                : ours ? proofs.get(number - 1).ours() : proofs.get(number - 1).theirs();
        if (bytes == null) {
            throw DisputeRefused.noProof();
        }
        ledger.record(by, "dispute.exported", row.thread(), Map.of("reference", reference));
        return bytes;
    }

    /**
     * Puts a settlement forward; it takes the place of one that waits only if that one stood on the page.
     *
     * @param seen mark of the one that stood there; empty: none
     */
    @Transactional
    FormProblems propose(String reference, String words, String continuedIn, String seen, Official by) {
        access.mustWrite(by);
        var row = disputed(reference, by);
        if (!continuedIn.isEmpty()
                && access.find(continuedIn, by)
                        .filter(it -> !it.thread().equals(row.thread())
                                && it.counterpart().equals(row.counterpart()))
                        .isEmpty()) {
            return FormProblems.NONE.with("continuedIn", "dispute.no-such-request");
        }
        var before = rows.find(row.thread()).orElse(null);
        if (before != null && before.second() != null) {
            throw DisputeRefused.settled();
        }
        var proposed = new Settlement(row.thread(), words, continuedIn, by.id(), clock.instant(), null, null);
        // The same press twice.
        if (before != null && before.says(proposed)) {
            return FormProblems.NONE;
        }
        if (!seen.equals(before == null ? SeenMark.NOTHING : before.mark()) || !rows.propose(proposed, before)) {
            return FormProblems.NONE.with("words", SeenMark.PROBLEM);
        }
        ledger.record(by, "dispute.settlement-proposed", row.thread(), Map.of("words", proposed.hash()));
        return FormProblems.NONE;
    }

    /** @param hash of the words that the second officer read */
    @Transactional
    void agree(String reference, String hash, Approvals.Proof proof, Official by) {
        var row = disputed(reference, by);
        var settlement = rows.find(row.thread()).orElseThrow(DisputeRefused::changed);
        switch (verdict(settlement, by)) {
            case OWN_ACT -> throw DisputeRefused.ownSettlement();
            case WRONG_DUTY -> throw DisputeRefused.notAnApprover();
            default -> {}
        }
        if (settlement.second() != null) {
            throw DisputeRefused.settled();
        }
        if (!settlement.hash().equals(hash)) {
            throw DisputeRefused.changed();
        }
        approvals.approve(by, hash, proof);
        if (!rows.second(settlement, by.id(), clock.instant())) {
            throw DisputeRefused.changed();
        }
        requests.settled(row.thread());
        ledger.record(by, "dispute.settled", row.thread(), Map.of("words", hash));
    }

    /** A new request that says which one it goes on with. */
    @Transactional
    Draft goOn(String reference, Official by) {
        access.mustWrite(by);
        var row = disputed(reference, by);
        if (!weOpened(row)) {
            throw DisputeRefused.notOurs();
        }
        // A new request is closed to nobody: what was written for a few would be open to all.
        if (compartments.hiddenFrom(Compartments.ANYBODY).contains(row.thread())) {
            throw DisputeRefused.closedRequest();
        }
        var opening = threads.opening(row.thread()).orElseThrow();
        var body = new LinkedHashMap<>(opening.body());
        body.put("continues", reference);
        return drafts.start(
                row.procedure(), opening.envelope().type(), row.ourRole(), row.counterpart(), null, body, by);
    }

    private boolean weOpened(RequestRow row) {
        return threads.opening(row.thread())
                .filter(it -> Role.of(it.envelope().role()) == row.ourRole())
                .isPresent();
    }

    private RequestRow disputed(String reference, Official by) {
        var row = access.row(reference, by);
        if (!row.disputed()) {
            throw DisputeRefused.notDisputed();
        }
        return row;
    }

    private static TwoOfficers.Verdict verdict(Settlement settlement, Official by) {
        return TwoOfficers.afterwards(List.of(settlement.proposedBy()), by);
    }

    private static DisputeView.Proof proof(Threads.DisputeProof it) {
        return new DisputeView.Proof(it.why(), it.keptAt(), fields(it.ours()), fields(it.theirs()));
    }

    /** A signed entry holds the entry and its signature; what our fold expected is an entry alone. */
    private static Map<String, String> fields(byte @Nullable [] json) {
        var fields = new TreeMap<String, String>();
        if (json != null) {
            CanonicalJson.read(json).forEach((key, value) -> {
                if (value instanceof Map<?, ?> entry) {
                    entry.forEach((name, each) -> fields.put(String.valueOf(name), String.valueOf(each)));
                } else {
                    fields.put(key, String.valueOf(value));
                }
            });
        }
        return fields;
    }
}
