package org.comity.cooperation.assistance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.FieldBroken;
import org.comity.cooperation.form.Fields;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a preservation of ours into the draft of a request for legal assistance, Art. 42(3)(f) and (8). */
@Component
class TurningInto {

    private final Drafts drafts;
    private final Threads threads;
    private final Directory directory;
    private final AssistanceComposition composition;
    private final Ledger ledger;

    TurningInto(
            Drafts drafts,
            Threads threads,
            Directory directory,
            AssistanceComposition composition,
            Ledger ledger) {
        this.drafts = drafts;
        this.threads = threads;
        this.directory = directory;
        this.composition = composition;
        this.ledger = ledger;
    }

    /** We asked for it, it is registered, and the other State takes such requests. */
    boolean possible(RequestRow row) {
        var node = directory.get(row.counterpart()).node();
        return row.law().equals("preservation")
                && row.ourRole() == Role.REQUESTING
                && threads.find(row.thread()).map(Threads.Thread::state).isPresent()
                && (node == null || node.procedures().contains(AssistanceProcedure.ID));
    }

    /** The draft that is being written already, or a new one with what the preservation said. */
    @Transactional
    Draft turn(RequestRow row, Official by) {
        if (!possible(row)) {
            throw new FieldBroken(AssistanceProcedure.NAME, "not-here", row.reference());
        }
        return beingWritten(row.thread()).orElseGet(() -> begin(row, by));
    }

    Optional<Draft> beingWritten(String preservation) {
        return drafts.writing(null).stream()
                .filter(it -> it.procedure().equals(AssistanceProcedure.ID))
                .filter(it -> Link.read(it.facts().getOrDefault(Link.FACT, ""))
                        .filter(link -> link.leadsTo(preservation))
                        .isPresent())
                .findFirst();
    }

    private Draft begin(RequestRow row, Official by) {
        var begun = drafts.start(
                AssistanceProcedure.ID,
                Acts.REQUEST,
                Role.REQUESTING,
                row.counterpart(),
                null,
                body(row),
                by);
        ledger.record(by, "draft.follows", begun.id(), Map.of("reference", row.reference()));
        return drafts.save(
                begun.id(), begun.version(), begun.body(), Map.of(Link.FACT, Link.to(row.thread()).fact()), by);
    }

    private Map<String, Object> body(RequestRow row) {
        var body = new LinkedHashMap<>(composition.empty());
        var central = body.get("authority");
        threads.opening(row.thread()).ifPresent(it -> body.putAll(RequestRules.carriedOver(it.body())));
        composition.named(body);
        // On whose behalf the data were kept conducts the proceeding; the central authority asks, Art. 40(12).
        body.put("conductedBy", body.getOrDefault("authority", ""));
        body.put("authority", central);
        body.put("preservation", row.reference());
        body.put("preservedUntil", row.until() == null ? "" : row.until().toString());
        var report = new Fields(reported(row.thread()));
        body.put("preserved", report.text("kept"));
        body.put("providerReference", report.text("providerReference"));
        return RequestBody.clean(body);
    }

    /** The newest report that has effect. */
    private Map<String, Object> reported(String thread) {
        return threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals("report-preserved") && Entry.EFFECTIVE.equals(it.effect()))
                .reduce((earlier, later) -> later)
                .map(KeptAct::body)
                .orElse(Map.of());
    }
}
