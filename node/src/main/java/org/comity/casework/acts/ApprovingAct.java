package org.comity.casework.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.ActSent;
import org.comity.casework.LeftByOneOfficer;
import org.comity.exchange.Exchange;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.sealing.Sealing;
import org.comity.thread.SealedAct;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A second officer approves exactly the submitted bytes; approving adds the approval, seals and sends. */
@Component
class ApprovingAct {

    private static final Duration LONGEST_HOLD = Duration.ofDays(366);

    static final int LONGEST_REASON = 1000;

    private final DraftRows rows;
    private final Approvals approvals;
    private final Officials officials;
    private final Sealing sealing;
    private final Exchange exchange;
    private final WhoApproves who;
    private final UrgentAnswers urgent;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    // More than eight: approval, seal, sending and record of one act stand or fall in one transaction.
    ApprovingAct(
            DraftRows rows,
            Approvals approvals,
            Officials officials,
            Sealing sealing,
            Exchange exchange,
            WhoApproves who,
            UrgentAnswers urgent,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.approvals = approvals;
        this.officials = officials;
        this.sealing = sealing;
        this.exchange = exchange;
        this.who = who;
        this.urgent = urgent;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void approve(Draft draft, Approvals.Proof proof, @Nullable Instant notBefore, Official by) {
        var verdict = who.mustApprove(draft, by);
        if (notBefore != null && !notBefore.isAfter(clock.instant())) {
            throw new HoldInThePast();
        }
        PromiseNotKept.ifAny(urgent.notKept(draft, notBefore));
        var act = Act.read(rows.bytes(draft.id(), "json").orElseThrow());
        var approval = approvals.approve(by, act.id(), proof);

        var container = sealing.sealAct(files(draft, act, approval));
        exchange.send(new SealedAct(act, container), notBefore);
        events.publishEvent(new ActSent(act, Objects.requireNonNull(draft.reference()), channel(act), notBefore));

        rows.status(draft.id(), Draft.Status.SENT, notBefore);
        if (verdict == TwoOfficers.Verdict.CONFIRM_AFTERWARDS) {
            events.publishEvent(new LeftByOneOfficer(draft, by));
        }
        ledger.record(by, "act.approved", act.id(), Map.of("method", approval.method(), "type", draft.type()));
    }

    /** Asked before what is over by then: in a year too far everything is, and the year is what is wrong. */
    void mustLeaveWithinAYear(@Nullable Instant notBefore) {
        if (notBefore != null && notBefore.isAfter(clock.instant().plus(LONGEST_HOLD))) {
            throw new HoldTooFar();
        }
    }

    private static Channel channel(Act act) {
        return Channel.valueOf(
                act.envelope().facts().getOrDefault("channel", "node").toUpperCase(Locale.ROOT));
    }

    void recall(Draft draft, String why, Official by) {
        if (draft.status() != Draft.Status.SENT) {
            throw DraftRefused.notSubmitted();
        }
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw DraftRefused.reason(why.isBlank() ? "missing" : "too-long");
        }
        var act = Objects.requireNonNull(draft.act());
        exchange.recall(act, why);
        ledger.record(by, "act.recalled", act, Map.of("why", why));
    }

    private Map<String, byte[]> files(Draft draft, Act act, Approvals.Approval approval) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", rows.bytes(draft.id(), "pdf").orElseThrow());
        files.put("approvals.json", Approval.write(list(draft, approval)));
        draft.files().forEach(file -> files.put("attachments/" + file.name(), rows.file(draft.id(), file.name())));
        return files;
    }

    /** By pseudonym: names never leave the node. An officer who acts alone stands there once. */
    private List<Approval> list(Draft draft, Approvals.Approval approval) {
        var approved = new Approval(approval.pseudonym(), approval.method(), approval.time());
        return officials
                .find(Objects.requireNonNull(draft.submittedBy()))
                .map(Official::pseudonym)
                .filter(it -> !it.equals(approval.pseudonym()))
                .map(it ->
                        List.of(new Approval(it, "submitted", Objects.requireNonNull(draft.submittedAt())), approved))
                .orElse(List.of(approved));
    }
}
