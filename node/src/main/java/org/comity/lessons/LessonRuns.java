package org.comity.lessons;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.ledger.Ledger;
import org.comity.ledger.Ledger.Line;
import org.comity.ledger.Ledger.Search;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who began which lesson, what they gave as their verdict and what the trainer told the class: lines of the domestic log. */
@Component
class LessonRuns {

    private static final String BEGUN = "lesson.begun";
    private static final String LAID_BACK = "lesson.laid-back";
    private static final String TOLD = "lesson.told";
    private static final String SUBJECT = "lesson-";
    private static final String CLASS = "lessons";
    private static final String LESSON = "lesson";
    private static final int BYTES = 8;
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger ledger;

    LessonRuns(Ledger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    public String begin(Lesson lesson, Official by) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        ledger.record(by, BEGUN, SUBJECT + key, Map.of(LESSON, lesson.id()));
        return key;
    }

    /** Nothing is taken off the record: from now on it counts as not begun. */
    @Transactional
    public void layBack(LessonRun run, Official by) {
        ledger.record(by, LAID_BACK, SUBJECT + run.key(), Map.of(LESSON, run.lesson(), "learner", run.learner()));
    }

    @Transactional
    public void verdict(LessonRun run, String thread, String file, boolean right, Official by) {
        ledger.record(
                by,
                Lesson.VERDICT,
                SUBJECT + run.key(),
                Map.of("thread", thread, "file", file, "right", Boolean.toString(right)));
    }

    /** @param words empty: what was told is taken back */
    @Transactional
    public void tell(String words, Official by) {
        ledger.record(by, TOLD, CLASS, Map.of("words", words));
    }

    /** What the class was told last, since then. */
    Optional<String> told(Instant since) {
        return ledger.seek(new Search(List.of(CLASS), null, null, List.of(TOLD), since, null), null, 1).stream()
                .map(it -> it.facts().getOrDefault("words", ""))
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    Optional<LessonRun> find(String key) {
        return standing(List.of(SUBJECT + key), null).stream().findFirst();
    }

    /** Each lesson as this official began it last. */
    Collection<LessonRun> of(Official learner) {
        return newest(standing(null, learner.id()));
    }

    /** Each lesson as each official began it last. */
    Collection<LessonRun> everybody() {
        return newest(standing(null, null));
    }

    private static Collection<LessonRun> newest(List<LessonRun> runs) {
        var found = new LinkedHashMap<List<String>, LessonRun>();
        runs.forEach(it -> found.putIfAbsent(List.of(it.learner(), it.lesson()), it));
        return found.values();
    }

    /** Newest first, those that were laid back left out. */
    private List<LessonRun> standing(@Nullable List<String> subjects, @Nullable String learner) {
        var laidBack =
                ledger.seek(new Search(subjects, null, null, List.of(LAID_BACK), null, null), null, PAGE).stream()
                        .map(Line::subject)
                        .toList();
        return ledger.seek(new Search(subjects, null, learner, List.of(BEGUN), null, null), null, PAGE).stream()
                .filter(it -> !laidBack.contains(it.subject()))
                .map(LessonRuns::run)
                .toList();
    }

    private static LessonRun run(Line line) {
        return new LessonRun(
                line.subject().replaceFirst("^" + SUBJECT, ""),
                line.facts().getOrDefault(LESSON, ""),
                String.valueOf(line.official()),
                line.time());
    }

    /** What is on record since it was begun, of what it looks for and of what its learner read; oldest first. */
    List<Line> since(LessonRun run, Lesson lesson) {
        var whats = new ArrayList<>(lesson.whats());
        whats.add(TickingSteps.READ);
        var sought = new Search(null, null, null, whats, run.begun(), null);
        var lines = new ArrayList<Line>();
        Long before = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var found = ledger.seek(sought, before, PAGE);
            lines.addAll(found);
            if (found.size() < PAGE) break;
            before = found.getLast().n();
        }
        return lines.reversed();
    }

    /** Whether it is about this run alone. */
    static boolean of(LessonRun run, Line line) {
        return line.subject().equals(SUBJECT + run.key());
    }
}
