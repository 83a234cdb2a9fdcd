package org.comity.casework.confirmation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.LeftByOneOfficer;
import org.comity.identity.Approvals;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.thread.ActRecalled;
import org.comity.ui.ListPage;
import org.comity.ui.LivePages;
import org.comity.ui.OncePerPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who went ahead alone, and takes the second officer's word once. */
@Component
class ConfirmingAfterwards implements Confirmations {

    private static final int MOST = 50;

    private static final int LONGEST_WORDS = 2000;

    private final ConfirmationRows rows;
    private final Compartments compartments;
    private final Approvals approvals;
    private final Ledger ledger;
    private final LivePages live;
    private final Clock clock;

    ConfirmingAfterwards(
            ConfirmationRows rows,
            Compartments compartments,
            Approvals approvals,
            Ledger ledger,
            LivePages live,
            Clock clock) {
        this.rows = rows;
        this.compartments = compartments;
        this.approvals = approvals;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    @EventListener
    void goneAhead(LeftByOneOfficer event) {
        rows.add(
                java.util.Objects.requireNonNull(event.draft().act()),
                event.by().id(),
                clock.instant());
    }

    @EventListener
    void recalled(ActRecalled event) {
        rows.decide(event.act(), Outcome.RECALLED, null, clock.instant(), "");
    }

    @Override
    public List<Confirmation> awaited(String reader) {
        return OncePerPage.ask(
                "casework.awaited " + reader, () -> awaited(null, reader).confirmations());
    }

    @Override
    public Page awaited(@Nullable String after, String reader) {
        var page = ListPage.<Confirmation>seen(
                last -> rows.awaited(last == null ? after : last.act(), MOST + 1),
                some -> compartments.seen(some, Confirmation::thread, reader),
                MOST);
        return new Page(page.rows(), page.next(Confirmation::act));
    }

    @Override
    public ListPage<Confirmation> notConfirmed(String reader) {
        return ListPage.of(rows.notConfirmed(compartments.hiddenFrom(reader), MOST + 1), MOST);
    }

    @Override
    public List<Confirmation> ofThread(String thread) {
        return rows.ofThread(thread);
    }

    @Override
    public Confirmation get(String act) {
        return rows.find(act).orElseThrow(ConfirmationRefused::unknown);
    }

    @Override
    public boolean mayDecide(Confirmation confirmation, Official by) {
        return confirmation.outcome() == Outcome.AWAITED
                && verdict(confirmation, by).allowed();
    }

    @Override
    @Transactional
    public Confirmation confirm(String act, Approvals.Proof proof, Official by) {
        var confirmation = mustDecide(act, by);
        var approval = approvals.approve(by, act, proof);
        decide(confirmation, Outcome.CONFIRMED, "", by);
        ledger.record(
                by, "act.confirmed", act, Map.of("method", approval.method(), "reference", confirmation.reference()));
        return get(act);
    }

    @Override
    @Transactional
    public Confirmation doNotConfirm(String act, String words, Official by) {
        var confirmation = mustDecide(act, by);
        if (words.isBlank() || words.length() > LONGEST_WORDS) {
            throw ConfirmationRefused.words(words.isBlank() ? "missing" : "too-long");
        }
        decide(confirmation, Outcome.NOT_CONFIRMED, words, by);
        ledger.record(
                by,
                "act.not-confirmed",
                act,
                Map.of("reference", confirmation.reference(), "words", Digests.sha256(words.getBytes(UTF_8))));
        return get(act);
    }

    private Confirmation mustDecide(String act, Official by) {
        var confirmation = get(act);
        switch (verdict(confirmation, by)) {
            case OWN_ACT -> throw ConfirmationRefused.ownAct();
            case WRONG_DUTY -> throw ConfirmationRefused.notAnApprover();
            default -> {}
        }
        if (confirmation.outcome() != Outcome.AWAITED) {
            throw ConfirmationRefused.decided();
        }
        return confirmation;
    }

    private void decide(Confirmation confirmation, Outcome outcome, String words, Official by) {
        if (!rows.decide(confirmation.act(), outcome, by.id(), clock.instant(), words)) {
            throw ConfirmationRefused.decided();
        }
        live.changed("requests", confirmation.reference());
    }

    private static TwoOfficers.Verdict verdict(Confirmation confirmation, Official by) {
        return TwoOfficers.afterwards(Arrays.asList(confirmation.submittedBy(), confirmation.goneAhead()), by);
    }
}
