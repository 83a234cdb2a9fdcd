package org.comity.lessons;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.ledger.Ledger;
import org.comity.ledger.Ledger.Line;
import org.comity.ledger.Ledger.Search;
import org.comity.ui.ListPage;
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

    /** Lessons of one page of the class. */
    static final int OF_CLASS = 20;

    /** What is on record later ticks nothing, so that a lesson that was left costs nobody more and more. */
    static final Duration LASTS = Duration.ofDays(7);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Ledger ledger;

    LessonRuns(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Of each lesson one counts: an earlier one of the same learner is put back. */
    @Transactional
    public String begin(Lesson lesson, Official by) {
        of(by, Set.of(lesson.id())).forEach(it -> layBack(it, by));
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
        var begun = new Search(List.of(SUBJECT + key), null, null, List.of(BEGUN), null, null);
        return standing(ledger.seek(begun, null, 1)).stream().findFirst();
    }

    /** Of these lessons each as this official began it last, unless that was put back. */
    List<LessonRun> of(Official learner, Set<String> lessons) {
        var begun = new Search(null, null, learner.id(), List.of(BEGUN), null, null);
        var last = new LinkedHashMap<String, Line>();
        Long before = null;
        List<Line> found;
        do {
            found = ledger.seek(begun, before, PAGE);
            found.forEach(it -> last.putIfAbsent(it.facts().getOrDefault(LESSON, ""), it));
            before = found.isEmpty() ? before : Long.valueOf(found.getLast().n());
        } while (found.size() == PAGE && !last.keySet().containsAll(lessons));
        last.keySet().retainAll(lessons);
        return standing(List.copyOf(last.values()));
    }

    /** @param next behind what the next page begins, or null */
    record OfClass(List<LessonRun> runs, @Nullable Long next) {}

    /** What was begun, newest first; what was put back is left out. */
    OfClass everybody(@Nullable Long before) {
        var begun = new Search(null, null, null, List.of(BEGUN), null, null);
        var page = ListPage.of(ledger.seek(begun, before, OF_CLASS + 1), OF_CLASS);
        return new OfClass(standing(page.rows()), page.next(Line::n));
    }

    /** Those that were not put back, in the same order. */
    private List<LessonRun> standing(List<Line> begun) {
        if (begun.isEmpty()) return List.of();
        var subjects = begun.stream().map(Line::subject).toList();
        var laidBack =
                ledger.seek(new Search(subjects, null, null, List.of(LAID_BACK), null, null), null, PAGE).stream()
                        .map(Line::subject)
                        .collect(Collectors.toSet());
        return begun.stream()
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

    /** What its learner did since it was begun, of what it looks for and of what was read; oldest first. */
    List<Line> own(LessonRun run, Lesson lesson) {
        var whats = new ArrayList<>(lesson.whats());
        whats.add(TickingSteps.READ);
        return all(new Search(null, null, run.learner(), whats, run.begun(), end(run)));
    }

    /** What anybody did since it was begun, of what it looks for, about one of these; oldest first. */
    List<Line> about(Collection<String> subjects, LessonRun run, Lesson lesson) {
        return subjects.isEmpty()
                ? List.of()
                : all(new Search(
                        List.copyOf(subjects), null, null, List.copyOf(lesson.whats()), run.begun(), end(run)));
    }

    static Instant end(LessonRun run) {
        return run.begun().plus(LASTS);
    }

    private List<Line> all(Search sought) {
        var lines = new ArrayList<Line>();
        Long before = null;
        List<Line> found;
        do {
            found = ledger.seek(sought, before, PAGE);
            lines.addAll(found);
            before = found.isEmpty() ? before : Long.valueOf(found.getLast().n());
        } while (found.size() == PAGE);
        return lines.reversed();
    }

    /** Whether it is about this run alone. */
    static boolean of(LessonRun run, Line line) {
        return line.subject().equals(SUBJECT + run.key());
    }
}
