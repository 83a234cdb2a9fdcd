package org.comity.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.UnsentDrafts;
import org.comity.exchange.Exchange;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A program opens a request for an official; who read it is on record, as when a page is opened. */
@Component
class ReadingRequest {

    private final Threads threads;
    private final UnsentDrafts drafts;
    private final DomesticFile file;
    private final Exchange exchange;
    private final CaseAccess access;
    private final Ledger ledger;
    private final Clock clock;
    private final Procedures procedures;

    ReadingRequest(
            Threads threads,
            UnsentDrafts drafts,
            DomesticFile file,
            Exchange exchange,
            CaseAccess access,
            Ledger ledger,
            Clock clock,
            Procedures procedures) {
        this.threads = threads;
        this.drafts = drafts;
        this.file = file;
        this.exchange = exchange;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
        this.procedures = procedures;
    }

    /** The row, for whoever may read; not yet a reading of the case. */
    RequestRow row(String reference, Official by) {
        return access.row(reference, by);
    }

    /** The row, of whose case something is read; that is on record. */
    @Transactional
    RequestRow opened(String reference, Official by) {
        var row = row(reference, by);
        ledger.record(by, "thread.read", row.thread(), Map.of("reference", row.reference()));
        return row;
    }

    @Transactional
    RequestJson.Whole read(String reference, Official by, Locale language) {
        var row = opened(reference, by);
        var thread = thread(row);
        var rendering = procedures.of(row.procedure()).rendering();
        return new RequestJson.Whole(
                RequestJson.of(row),
                thread.state() == null ? null : thread.state().json(),
                thread.weKeep(),
                thread.disputed(),
                offered(row),
                threads.newest(row.thread()).stream()
                        .map(it -> act(it, rendering, language))
                        .toList(),
                drafts.of(row.thread()).stream().map(Draft::id).toList());
    }

    /** Types of act that would have effect now; none while the registers differ. */
    List<String> offered(RequestRow row) {
        var thread = thread(row);
        var state = thread.state();
        return state == null || thread.disputed() != null
                ? List.of()
                : procedures.of(row.procedure()).steps().offered(state, row, clock.instant());
    }

    @Transactional
    Entries entries(String reference, long after, Official by) {
        var row = opened(reference, by);
        var found = threads.entries(row.thread(), after);
        return new Entries(
                found.stream()
                        .map(it -> Map.of(
                                "entry",
                                        org.comity.proof.form.CanonicalJson.read(
                                                it.entry().json()),
                                "hash", it.entry().hash(),
                                "signature", it.signature()))
                        .toList(),
                found.isEmpty() ? null : found.getLast().entry().n());
    }

    /** A file that was filed with a line of the domestic file. */
    @Transactional
    DomesticFile.Scan scan(String reference, long line, Official by) {
        var row = row(reference, by);
        var scan = file.scan(row.thread(), line).orElseThrow(() -> new NoSuch("request.unknown", row.reference()));
        ledger.record(by, "scan.read", row.thread(), Map.of());
        return scan;
    }

    private Threads.Thread thread(RequestRow row) {
        return threads.find(row.thread()).orElseThrow(() -> new NoSuch("request.unknown", row.reference()));
    }

    private RequestJson.ActJson act(KeptAct act, ActRendering rendering, Locale language) {
        var envelope = act.envelope();
        return RequestJson.ActJson.of(
                act,
                rendering.headline(envelope.type(), envelope.facts(), act.body(), language),
                act.n() == null && act.ours()
                        ? RequestJson.word(exchange.sending(act.id()).status())
                        : null);
    }

    /** @param after the last number here, for the next entries; null when none came */
    record Entries(
            List<Map<String, Object>> entries, @Nullable Long after) {}

    static final class NoSuch extends org.comity.vocabulary.RuleBroken {
        NoSuch(String code, String reference) {
            super(code, Map.of("reference", IdempotentRequestRefused.shown(reference)));
        }
    }
}
