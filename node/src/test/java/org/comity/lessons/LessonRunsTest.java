package org.comity.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lesson is read as well after ten thousand lines of others as after none, and costs no more. */
class LessonRunsTest {

    private static final Official MAREN = official("maren");
    private static final Official TRAINER = official("okell");
    private static final Lesson HANDOVER = new Lesson(
            "handover",
            1,
            4,
            Duty.DUTY_OFFICER,
            null,
            List.of(new Lesson.Step(
                    "read",
                    Duty.DUTY_OFFICER,
                    false,
                    1,
                    List.of(new Lesson.Mark.InLog("thread.read", Map.of(), false, null)))),
            List.of());

    private final Log log = new Log();
    private final LessonRuns runs = new LessonRuns(log);

    @Test
    void what_others_do_neither_hides_nor_lengthens_what_a_learner_did() {
        var run = begun(MAREN);
        log.record(MAREN, "thread.read", "mine", Map.of());
        log.record(official("x"), "handover.taken", "note", Map.of());
        int few = asked(() -> assertThat(runs.own(run, HANDOVER)).hasSize(1));
        for (int i = 0; i < 10_000; i++) log.record(official("x" + i % 30), "thread.read", "t" + i, Map.of());

        int many = asked(() -> assertThat(runs.own(run, HANDOVER))
                .extracting(Ledger.Line::subject)
                .containsExactly("mine"));
        assertThat(many).isEqualTo(few);
        for (int i = 0; i < 4_500; i++) log.record(MAREN, "thread.read", "again", Map.of());
        assertThat(runs.own(run, HANDOVER).getFirst().subject()).isEqualTo("mine");
        assertThat(runs.own(run, HANDOVER)).hasSize(4_501);
    }

    @Test
    void after_seven_days_nothing_ticks_it() {
        var run = begun(MAREN);
        log.now = log.now.plus(Duration.ofDays(7)).minusSeconds(2);
        log.record(MAREN, "thread.read", "within", Map.of());
        log.now = log.now.plusSeconds(2);
        log.record(MAREN, "thread.read", "after", Map.of());
        assertThat(runs.own(run, HANDOVER)).extracting(Ledger.Line::subject).containsExactly("within");
    }

    @Test
    void a_run_stands_however_many_were_begun_and_put_back_since() {
        var first = begun(MAREN);
        var back = begun(official("tolva"));
        runs.layBack(back, TRAINER);
        for (int i = 0; i < 300; i++) runs.layBack(begun(official("x" + i)), TRAINER);

        assertThat(runs.find(first.key())).contains(first);
        assertThat(runs.of(MAREN, Set.of("handover"))).containsExactly(first);
        assertThat(runs.find(back.key())).isEmpty();
        assertThat(runs.of(official("tolva"), Set.of("handover"))).isEmpty();
    }

    @Test
    void a_lesson_that_was_begun_again_is_put_back_as_a_whole() {
        begun(MAREN);
        var second = begun(MAREN);
        assertThat(runs.everybody(null).runs()).containsExactly(second);
        runs.layBack(second, TRAINER);
        assertThat(runs.everybody(null).runs()).isEmpty();
        assertThat(runs.of(MAREN, Set.of("handover")))
                .as("nor does the first count again")
                .isEmpty();
    }

    @Test
    void the_class_is_read_in_pages_the_last_begun_first() {
        var all = new ArrayList<LessonRun>();
        for (int i = 0; i < 45; i++) all.addFirst(begun(official("x" + i)));
        int asked = asked(() -> assertThat(runs.everybody(null).runs()).containsExactlyElementsOf(all.subList(0, 20)));
        assertThat(asked).isEqualTo(2);
        var second = runs.everybody(runs.everybody(null).next());
        assertThat(second.runs()).containsExactlyElementsOf(all.subList(20, 40));
        var last = runs.everybody(second.next());
        assertThat(last.runs()).containsExactlyElementsOf(all.subList(40, 45));
        assertThat(last.next()).isNull();
    }

    private LessonRun begun(Official by) {
        return runs.find(runs.begin(HANDOVER, by)).orElseThrow();
    }

    private int asked(Runnable what) {
        int before = log.asked;
        what.run();
        return log.asked - before;
    }

    private static Official official(String id) {
        return new Official(id, id, id, Set.of(Duty.DUTY_OFFICER));
    }

    /** A log in memory; a second passes with each line. */
    private static final class Log implements Ledger {

        private final List<Line> lines = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-28T12:00:00Z");
        private int asked;

        @Override
        public void record(@Nullable Official by, String what, String subject, Map<String, String> facts) {
            now = now.plusSeconds(1);
            lines.add(new Line(lines.size() + 1, now, by == null ? null : by.id(), what, subject, facts, ""));
        }

        @Override
        public List<Line> seek(Search sought, @Nullable Long before, int limit) {
            asked++;
            Stream<Line> found = lines.reversed().stream()
                    .filter(it -> before == null || it.n() < before)
                    .filter(it -> sought.subjects() == null || sought.subjects().contains(it.subject()))
                    .filter(it -> sought.official() == null || sought.official().equals(it.official()))
                    .filter(it -> sought.whats().isEmpty() || sought.whats().contains(it.what()))
                    .filter(it -> sought.from() == null || !it.time().isBefore(sought.from()))
                    .filter(it -> sought.until() == null || it.time().isBefore(sought.until()));
            return found.limit(Math.min(limit, 200)).toList();
        }

        @Override
        public Verdict verify() {
            return new Verdict(lines.size(), null);
        }
    }
}
