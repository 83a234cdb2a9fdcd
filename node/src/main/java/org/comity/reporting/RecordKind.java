package org.comity.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names the kinds of what is on record, as oversight asks for them. */
public enum RecordKind {
    READ(
            "thread.read",
            "record.checked",
            "scan.read",
            "readers.read",
            "order.read",
            "dispute.read",
            "paper.read",
            "indicators.read",
            "indicators.listed",
            "evidence.viewed",
            "register.read",
            "transfers.read",
            "oversight.read"),
    TAKEN_AWAY(
            "act.exported",
            "thread.exported",
            "indicators.exported",
            "register.exported",
            "transfers.exported",
            "dispute.exported",
            "evidence.printed",
            "evidence.exported",
            "evidence.released",
            "bag.written",
            "bag.files-written",
            "courier.taken-out",
            "courier.fetched",
            "use.confirmed",
            "reminder.calendar-taken",
            "oversight.checkpoint-taken",
            "oversight.proof-taken"),
    APPROVED(
            "act.submitted",
            "act.approved",
            "act.confirmed",
            "act.not-confirmed",
            "act.recalled",
            "draft.given-back",
            "dispute.settled",
            "directory.our-entry-approved",
            "log.epoch-opened"),
    WRITTEN(
            "draft.",
            "indicators.brought",
            "file.",
            "message.",
            "letter.",
            "paper.",
            "calls.",
            "request.",
            "act.recorded",
            "handover.",
            "compartment.",
            "assess.",
            "lesson."),
    EVIDENCE("evidence.", "bag."),
    SENT("act.queued", "act.delivered", "act.arrived", "act.no-entry", "sending.", "courier.", "restore.", "node."),
    PEOPLE("person.", "passkey.", "password.", "token.", "rota."),
    SIGNED_IN("session."),
    DIRECTORY("directory.", "operator.", "treaty.", "notices.", "conference."),
    DELETED(
            "body.",
            "thread.forgotten",
            "hold.",
            "retention.",
            "evidence.destroyed",
            "evidence.destroying",
            "evidence.legal-hold");

    private final List<String> whats;

    RecordKind(String... whats) {
        this.whats = List.of(whats);
    }

    /** As {@link org.comity.ledger.Ledger.Search} names facts. */
    List<String> whats() {
        return whats;
    }

    /** As it stands in an address: {@code taken-away}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RecordKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
