package org.comity.casework.joint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.exchange.Exchange;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.table.Membership;
import org.comity.sealing.Sealing;
import org.comity.thread.RecordedChannels;
import org.comity.thread.SealedAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes, submits, approves and sends acts of joint threads: a second officer approves exactly the submitted bytes. */
@Component
@Transactional
class WritingJointActs {

    static final int MOST_INVITED = 50;
    static final int LARGEST = 256 << 10;
    private static final int MOST_UNSENT = 500;

    private final JointDraftRows rows;
    private final MakingJointActs making;
    private final JointProcedures procedures;
    private final Approvals approvals;
    private final Officials officials;
    private final Sealing sealing;
    private final Exchange exchange;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: approval, seal, sending and record of one act stand or fall in one transaction.
    WritingJointActs(
            JointDraftRows rows,
            MakingJointActs making,
            JointProcedures procedures,
            Approvals approvals,
            Officials officials,
            Sealing sealing,
            Exchange exchange,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.making = making;
        this.procedures = procedures;
        this.approvals = approvals;
        this.officials = officials;
        this.sealing = sealing;
        this.exchange = exchange;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param thread null where it opens one */
    JointDraft start(
            @Nullable String thread,
            String procedure,
            String type,
            String convention,
            Map<String, Object> body,
            Map<String, String> facts,
            List<String> invites,
            Official by) {
        mustFit(body, invites);
        if (rows.unsent() >= MOST_UNSENT) throw JointRefused.tooManyDrafts();
        var id = HexFormat.of()
                .toHexDigits(UUID.randomUUID().getMostSignificantBits())
                .substring(0, 8);
        var draft = new JointDraft(
                id,
                thread,
                procedure,
                type,
                convention,
                body,
                facts,
                invites,
                JointDraft.Status.WRITING,
                1,
                by.id(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null);
        rows.add(draft);
        ledger.record(by, "draft.started", id, Map.of("type", type));
        return draft;
    }

    /** Before anything of it is kept: what a form brings is otherwise bounded by nothing but the size of a page. */
    static void mustFit(Map<String, Object> body, List<String> invites) {
        if (invites.size() > MOST_INVITED || CanonicalJson.write(body).length > LARGEST) throw JointRefused.tooLarge();
    }

    JointDraft save(
            JointDraft draft,
            long version,
            String convention,
            Map<String, Object> body,
            Map<String, String> facts,
            List<String> invites,
            Official by) {
        mustFit(body, invites);
        var saved = new JointDraft(
                draft.id(),
                draft.thread(),
                draft.procedure(),
                draft.type(),
                convention,
                body,
                facts,
                invites,
                draft.status(),
                version,
                draft.writtenBy(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null);
        if (!rows.save(saved, version)) throw JointRefused.changedMeanwhile();
        return rows.find(draft.id()).orElseThrow();
    }

    @Transactional(readOnly = true)
    JointDraft get(String id) {
        return rows.find(id).orElseThrow(JointRefused::unknown);
    }

    /** What is typed for one act is never written into another; nor what another said into an act of our own. */
    @Transactional(readOnly = true)
    JointDraft of(String id, String thread, String type) {
        return rows.find(id)
                .filter(it -> it.type().equals(type) && !it.facts().containsKey(RecordedChannels.FACT))
                .filter(it -> Objects.requireNonNullElse(it.thread(), "").equals(thread))
                .orElseThrow(JointRefused::unknown);
    }

    void discard(String id, Official by) {
        if (!rows.discard(id)) throw JointRefused.notBeingWritten();
        ledger.record(by, "draft.discarded", id, Map.of());
    }

    JointDraft submit(String id, Official by) {
        var draft = rows.lock(id).orElseThrow(JointRefused::unknown);
        if (draft.status() != JointDraft.Status.WRITING) throw JointRefused.notBeingWritten();
        var act = making.act(draft);
        var thread = act.envelope().thread();
        byte[] pdf = making.pdf(act);
        rows.submitted(id, thread, act.id(), act.json(), pdf, by, clock.instant());
        ledger.record(by, "act.submitted", act.id(), Map.of("type", draft.type(), "thread", thread));
        return rows.find(id).orElseThrow();
    }

    JointDraft giveBack(String id, String why, Official by) {
        var draft = rows.lock(id).orElseThrow(JointRefused::unknown);
        if (draft.status() != JointDraft.Status.SUBMITTED) throw JointRefused.notSubmitted();
        boolean own = by.id().equals(draft.submittedBy());
        if (!mayApprove(draft, by) && !own) throw JointRefused.notAnApprover();
        rows.givenBack(id, why, own ? null : by.id(), clock.instant(), opens(draft));
        ledger.record(by, own ? "draft.taken-back" : "draft.given-back", id, Map.of("type", draft.type()));
        return rows.find(id).orElseThrow();
    }

    /** Seals and sends it; once an opening act has left, those who are to be asked are written to, for approval. */
    JointDraft approve(String id, Approvals.Proof proof, Official by) {
        var draft = rows.lock(id).orElseThrow(JointRefused::unknown);
        if (draft.status() != JointDraft.Status.SUBMITTED) throw JointRefused.notSubmitted();
        mustApprove(draft, by);
        var act = Act.read(rows.bytes(id, false));
        var approval = approvals.approve(by, act.id(), proof);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", rows.bytes(id, true));
        files.put("approvals.json", Approval.write(list(draft, approval)));
        making.mustHaveEffect(act, exchange.send(new SealedAct(act, sealing.sealAct(files)), null));
        rows.sent(id);
        ledger.record(by, "act.approved", act.id(), Map.of("method", approval.method(), "type", draft.type()));
        goesOnWithout(draft, by);
        for (var party : draft.invites()) invite(act, draft, party);
        return rows.find(id).orElseThrow();
    }

    /** Why is on record here; the others read what the new opening act says. */
    private void goesOnWithout(JointDraft draft, Official by) {
        var facts = draft.facts();
        var party = facts.get(ContinuingJointThread.WITHOUT);
        if (party == null) return;
        ledger.record(
                by,
                "thread.goes-on-without",
                facts.getOrDefault(JointThread.CONTINUES, ""),
                Map.of("party", party, "why", facts.getOrDefault(ContinuingJointThread.WHY, "")));
    }

    /** In the name of who submitted the opening act, which says whom it asks. */
    private void invite(Act opening, JointDraft draft, String party) {
        var submitter =
                officials.find(Objects.requireNonNull(draft.submittedBy())).orElseThrow();
        var facts = new TreeMap<>(Map.of("party", party, "as", MakingJointActs.INVITED_AS, "shown", "all"));
        var begun = start(
                opening.envelope().thread(),
                draft.procedure(),
                "invite",
                draft.convention(),
                Map.of("text", ""),
                facts,
                List.of(),
                submitter);
        submit(begun.id(), submitter);
    }

    boolean mayApprove(JointDraft draft, Official by) {
        return draft.status() == JointDraft.Status.SUBMITTED
                && rule(draft).verdict(draft.submittedBy(), by).allowed();
    }

    private void mustApprove(JointDraft draft, Official by) {
        switch (rule(draft).verdict(draft.submittedBy(), by)) {
            case OWN_ACT -> throw JointRefused.secondMustDiffer();
            case WRONG_DUTY, NOT_CENTRAL_AUTHORITY -> throw JointRefused.notAnApprover();
            default -> {}
        }
    }

    private TwoOfficers rule(JointDraft draft) {
        boolean alone = !Membership.TYPES.contains(draft.type())
                && procedures.of(draft.procedure()).oneOfficer(draft.type());
        return TwoOfficers.of(making.twoOfficers(), alone, false);
    }

    private boolean opens(JointDraft draft) {
        return draft.type().equals(procedures.of(draft.procedure()).opening());
    }

    /** By pseudonym: names never leave the node. */
    private List<Approval> list(JointDraft draft, Approvals.Approval approval) {
        var all = new ArrayList<Approval>();
        officials
                .find(Objects.requireNonNull(draft.submittedBy()))
                .map(Official::pseudonym)
                .filter(it -> !it.equals(approval.pseudonym()))
                .ifPresent(it -> all.add(new Approval(it, "submitted", Objects.requireNonNull(draft.submittedAt()))));
        all.add(new Approval(approval.pseudonym(), approval.method(), approval.time()));
        return all;
    }
}
