package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.ledger.RunningTime;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Drafts that never left go whole, and one that is saved meanwhile stays. */
class UnsentRetentionTest extends RetentionCase {

    @Test
    void drafts_that_never_left_go_whole_with_files_scans_and_sheets_and_what_is_written_to_stays() {
        var maren = official("maren");
        var old = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("insert into cooperation.draft_file values (:d, 'a.txt', 'text/plain', 'h', 'x')")
                .param("d", old.id())
                .update();
        db.sql("insert into cooperation.draft_call values (:d, :at, 'a', 'b', 'c', 'maren')")
                .param("d", old.id())
                .param("at", at)
                .update();
        db.sql("""
                insert into cooperation.paper_draft (id, counterpart, typed, recognised, original, scan, status, official, saved_at)
                values ('unsent-paper', 'XD-1', '{}', 'x', 'x', 'x', 'DISCARDED', 'maren', :at)
                """).param("at", at).update();
        db.sql("insert into cooperation.paper_sheet values ('unsent-sheet', 'a', 'x', 'maren', :at)")
                .param("at", at)
                .update();
        db.sql("""
                insert into cooperation.joint_draft
                       (id, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at)
                values ('unsent-joint', 'joint-investigation/1', 'propose', 'uncc/2', '{}', '{}', '', 'SENT', 1, 'maren', :at)
                """).param("at", at).update();
        run(YEAR, threadKeeping);
        assertThat(unsent(old.id())).as("gone with the first week").isZero();
        assertThat(told(old.id())).contains("retention.unsent-deleted", "draft.discarded");

        var young = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        run(YEAR.plusDays(1), threadKeeping);
        assertThat(unsent(young.id())).as("a year and a day").isOne();
    }

    /** It is evidence of what came, and the thread may be held. */
    @Test
    void an_answer_that_waits_in_a_running_thread_stays_however_old() {
        db.sql("""
                insert into cooperation.paper_draft (id, counterpart, thread, typed, recognised, original, scan, status, official, saved_at)
                values ('unsent-answer', 'XD-1', 'unsent-thread', '{}', '', '', 'x', 'WRITING', 'maren', :at)
                """).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        try {
            assertThat(unsentRows.due(UnsentRows.Kind.PAPER, clock.instant().plus(YEAR), "unsent-a"))
                    .doesNotContain("unsent-answer");
            run(YEAR.plusDays(1), threadKeeping);
        } finally {
            assertThat(db.sql("delete from cooperation.paper_draft where id = 'unsent-answer'")
                            .update())
                    .isOne();
        }
    }

    /** Between the list of what is to go and its going. */
    @Test
    void a_draft_that_is_saved_meanwhile_stays_as_it_is_and_one_that_cannot_go_keeps_no_other() {
        var maren = official("maren");
        var body = ordinary();
        var all = List.of(written(body), written(body), written(body)).stream()
                .sorted()
                .toList();
        var before = clock.instant().plus(YEAR);
        forgetting(List.of(), () -> running).forget(before);
        running = running.plus(MarkingForDeletion.WAIT);

        BeforeForgetting fails = new BeforeForgetting() {
            @Override
            public void forgettingDraft(String draft) {
                if (draft.equals(all.getFirst())) throw new IllegalStateException("of this one alone");
            }
        };
        var first = new ArrayList<>(remains);
        first.addFirst(fails);
        forgetting(first, () -> {
                    db.sql("update cooperation.draft set saved_at = :at where id = :d")
                            .param("at", before.plusSeconds(1).atOffset(ZoneOffset.UTC))
                            .param("d", all.get(1))
                            .update();
                    return running;
                })
                .forget(before);

        assertThat(drafts.get(all.get(0)).status()).isEqualTo(Draft.Status.WRITING);
        assertThat(drafts.get(all.get(1)).status()).isEqualTo(Draft.Status.WRITING);
        assertThat(unsent(all.get(2))).isZero();
        all.subList(0, 2).forEach(it -> drafts.discard(it, maren));
    }

    private String written(Map<String, Object> body) {
        return drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"))
                .id();
    }

    private ForgettingUnsent forgetting(List<BeforeForgetting> told, RunningTime running) {
        return new ForgettingUnsent(
                unsentRows,
                new MarkingForDeletion(markRows, running, clock),
                joint,
                jointTexts,
                holds,
                told,
                ledger,
                transaction);
    }

    /** Rows of it, its files and calls; and whatever else was never sent. */
    private long unsent(String draft) {
        return db.sql("""
                select (select count(*) from cooperation.draft where id = :d) + (select count(*) from cooperation.draft_file where draft = :d)
                     + (select count(*) from cooperation.draft_call where draft = :d)
                     + (select count(*) from cooperation.paper_draft where id = 'unsent-paper')
                     + (select count(*) from cooperation.paper_sheet where id = 'unsent-sheet')
                     + (select count(*) from cooperation.joint_draft where id = 'unsent-joint')
                """).param("d", draft).query(Long.class).single();
    }
}
