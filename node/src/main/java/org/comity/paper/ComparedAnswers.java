package org.comity.paper;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came in a thread, with its scan, until an officer has compared it with the original; then it is sealed. */
@Component
class ComparedAnswers {

    private static final String NO_SCAN = "scanNone";

    private final PaperDrafts drafts;
    private final RecordingAnswer answers;
    private final Ledger ledger;
    private final Clock clock;

    ComparedAnswers(PaperDrafts drafts, RecordingAnswer answers, Ledger ledger, Clock clock) {
        this.drafts = drafts;
        this.answers = answers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return its id */
    @Transactional
    public String keep(RequestRow row, TypedValues typed, @Nullable Scan scan, Official by) {
        var id = "p" + UUID.randomUUID().toString().substring(24);
        drafts.add(new PaperDraft(
                id,
                row.counterpart(),
                row.thread(),
                typed,
                Set.of(),
                "",
                scan == null ? null : scan.content(),
                PaperDraft.Status.WRITING,
                null,
                by.id(),
                clock.instant(),
                1));
        ledger.record(by, "paper.kept", row.thread(), Map.of());
        return id;
    }

    PaperDraft draft(RequestRow row, String id) {
        return drafts.find(row.thread(), id).orElseThrow(() -> PaperRefused.unknown(id));
    }

    List<PaperRecordView.Begun> begun(RequestRow row) {
        return drafts.ofThread(row.thread());
    }

    Scan scan(RequestRow row, String id) {
        var scan = draft(row, id).scan();
        if (scan == null) throw PaperRefused.unknown(id);
        return Scan.of(scan);
    }

    /**
     * @param id of what was kept; null where it was compared at once
     * @param scan in place of the one that is kept; null: that one, or none if the form says so
     */
    @Transactional
    public void record(
            RequestRow row, String type, TypedValues typed, @Nullable String id, @Nullable Scan scan, Official by) {
        var kept = id == null || !typed.text(NO_SCAN).isEmpty()
                ? null
                : draft(row, id).scan();
        if (id != null) end(row, id);
        answers.record(row, type, typed, scan != null || kept == null ? scan : Scan.of(kept), by);
    }

    @Transactional
    public void discard(RequestRow row, String id, Official by) {
        end(row, id);
        ledger.record(by, "paper.discarded", row.thread(), Map.of());
    }

    /** Once: what two officers press at the same time is recorded by one of them. */
    private void end(RequestRow row, String id) {
        if (!drafts.delete(row.thread(), id)) throw PaperRefused.unknown(id);
    }
}
