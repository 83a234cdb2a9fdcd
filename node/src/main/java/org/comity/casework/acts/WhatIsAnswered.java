package org.comity.casework.acts;

import java.util.Locale;
import java.util.Map;
import org.comity.casework.acts.AnsweredAct.Said;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Capital;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows, to whoever writes an act, what the other State said last and what was asked at first. */
@Component
class WhatIsAnswered {

    private final Threads threads;
    private final Procedures procedures;
    private final Directory directory;
    private final Ledger ledger;

    WhatIsAnswered(Threads threads, Procedures procedures, Directory directory, Ledger ledger) {
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
        this.ledger = ledger;
    }

    /** That the words were shown stands on record, as when the request itself is opened. */
    @Transactional
    public AnsweredAct of(RequestRow row, Official by, Locale language) {
        var other = GoneParticipant.shown(directory, row.counterpart());
        var opening = threads.opening(row.thread());
        var id = opening.map(KeptAct::id).orElse("");
        var last = threads.newest(row.thread()).reversed().stream()
                .filter(it -> Entry.EFFECTIVE.equals(it.effect()) && it.bodyKept())
                .filter(it -> Role.of(it.envelope().role()) != row.ourRole())
                .findFirst()
                .filter(it -> !it.id().equals(id));
        ledger.record(by, "thread.read", row.thread(), Map.of("reference", row.reference()));
        return new AnsweredAct(
                last.map(it -> said(it, row, other, language)).orElse(null),
                opening.filter(KeptAct::bodyKept)
                        .map(it -> said(it, row, other, language))
                        .orElse(null),
                new Capital(other.capital(language.getLanguage()), other.zone()));
    }

    private Said said(KeptAct act, RequestRow row, Participant other, Locale language) {
        var envelope = act.envelope();
        var rendering = procedures.of(row.procedure()).rendering();
        var from = Role.of(envelope.role()) == row.ourRole() ? directory.self() : other;
        return new Said(
                rendering.headline(envelope.type(), envelope.facts(), act.body(), language),
                from.name(language.getLanguage()),
                act.at(),
                rendering.sections(
                        envelope.convention(), act.thread(), envelope.type(), envelope.facts(), act.body(), language));
    }
}
