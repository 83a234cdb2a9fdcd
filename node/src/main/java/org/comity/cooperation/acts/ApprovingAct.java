package org.comity.cooperation.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.ActSent;
import org.comity.cooperation.Draft;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.proof.Act;
import org.comity.proof.Approval;
import org.comity.sealing.Sealing;
import org.comity.thread.SealedAct;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A second officer approves exactly the submitted bytes; approving adds the approval, seals and sends. */
@Component
class ApprovingAct {

    private final DraftRows rows;
    private final Approvals approvals;
    private final Officials officials;
    private final Sealing sealing;
    private final Exchange exchange;
    private final Directory directory;
    private final Map<String, ActRendering> renderings;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovingAct(
            DraftRows rows,
            Approvals approvals,
            Officials officials,
            Sealing sealing,
            Exchange exchange,
            Directory directory,
            List<ActRendering> renderings,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.approvals = approvals;
        this.officials = officials;
        this.sealing = sealing;
        this.exchange = exchange;
        this.directory = directory;
        this.renderings = renderings.stream().collect(Collectors.toMap(ActRendering::procedure, Function.identity()));
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void approve(Draft draft, Approvals.Proof proof, @Nullable Instant notBefore, Official by) {
        mayApprove(draft, by);
        if (notBefore != null && !notBefore.isAfter(clock.instant())) {
            throw DraftRefused.holdInThePast();
        }
        var act = Act.read(rows.bytes(draft.id(), "json"));
        var approval = approvals.approve(by, act.id(), proof);

        var container = sealing.seal(files(draft, act, approval));
        exchange.send(new SealedAct(act, container), notBefore);
        events.publishEvent(new ActSent(act, Objects.requireNonNull(draft.reference()), channel(act)));

        rows.status(draft.id(), Draft.Status.SENT, notBefore);
        ledger.record(
                by, "act.approved", act.id(), Map.of("method", approval.method(), "type", draft.type()));
    }

    private static Channel channel(Act act) {
        return Channel.valueOf(act.envelope().facts().getOrDefault("channel", "node").toUpperCase(Locale.ROOT));
    }

    void recall(Draft draft, Official by) {
        if (draft.status() != Draft.Status.SENT) {
            throw DraftRefused.notSubmitted();
        }
        exchange.recall(Objects.requireNonNull(draft.act()));
        rows.status(draft.id(), Draft.Status.RECALLED, null);
        ledger.record(by, "act.recalled", Objects.requireNonNull(draft.act()), Map.of());
    }

    /** The second officer differs from who submitted; an emergency (Art. 2(o)) goes with one, on record. */
    void mayApprove(Draft draft, Official by) {
        if (!needsSecondOfficer(draft)) {
            if (!by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.SECOND_OFFICER) && !by.holds(Duty.LAWYER)) {
                throw DraftRefused.notAnApprover();
            }
            return;
        }
        if (!by.holds(Duty.SECOND_OFFICER) && !by.holds(Duty.LAWYER)) {
            throw DraftRefused.notAnApprover();
        }
        if (by.id().equals(draft.submittedBy())) {
            throw DraftRefused.ownApproval();
        }
    }

    boolean needsSecondOfficer(Draft draft) {
        return directory.self().profile().twoOfficers()
                && !draft.emergency()
                && !renderings.get(draft.procedure()).oneOfficer().contains(draft.type());
    }

    private Map<String, byte[]> files(Draft draft, Act act, Approvals.Approval approval) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", rows.bytes(draft.id(), "pdf"));
        files.put("approvals.json", Approval.write(list(draft, approval)));
        draft.files().forEach(file -> files.put("attachments/" + file.name(), rows.file(draft.id(), file.name())));
        return files;
    }

    /** By pseudonym: names never leave the node. An officer who acts alone stands there once. */
    private List<Approval> list(Draft draft, Approvals.Approval approval) {
        var approved = new Approval(approval.pseudonym(), approval.method(), approval.time());
        return officials.find(Objects.requireNonNull(draft.submittedBy()))
                .map(Official::pseudonym)
                .filter(it -> !it.equals(approval.pseudonym()))
                .map(it -> List.of(
                        new Approval(it, "submitted", Objects.requireNonNull(draft.submittedAt())), approved))
                .orElse(List.of(approved));
    }
}
