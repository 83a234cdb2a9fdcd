package org.comity.lessons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger.Line;
import org.comity.lessons.Lesson.Look;
import org.comity.lessons.Lesson.Mark;
import org.comity.lessons.Lesson.Never;
import org.comity.lessons.Lesson.Step;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Thread;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ticks the steps of a lesson by what is on record since it was begun: lines of the domestic log, and registered acts. */
@Component
class TickingSteps {

    /** Somebody opened a request. */
    static final String READ = "thread.read";

    private static final int NEWEST = 50;

    /** Of more requests than these nobody tells which one is meant. */
    private static final int MOST_REQUESTS = 20;

    private final LessonRuns runs;
    private final Threads threads;
    private final Procedures procedures;
    private final Officials officials;
    private final AlteredFiles altered;

    TickingSteps(LessonRuns runs, Threads threads, Procedures procedures, Officials officials, AlteredFiles altered) {
        this.runs = runs;
        this.threads = threads;
        this.procedures = procedures;
        this.officials = officials;
        this.altered = altered;
    }

    /** Of the requests that may be meant, the one in which most is done. */
    LessonSoFar soFar(Lesson lesson, LessonRun run) {
        var own = runs.own(run, lesson);
        var about = lesson.about();
        var nowhere = new OnRecord(lesson, run, own, null, List.of()).read();
        return about == null
                ? nowhere
                : meant(about, run, own)
                        .map(it -> new OnRecord(lesson, run, own, it, threads.newest(it.id())).read())
                        .max(Comparator.comparingInt(LessonSoFar::stepsDone))
                        .orElse(nowhere);
    }

    private Stream<Thread> meant(Lesson.About about, LessonRun run, List<Line> lines) {
        var found = about.which() == Lesson.Candidate.NEW
                ? threads.list(Threads.Filter.ALL, null, NEWEST).stream()
                        .filter(it -> it.openedAt().isAfter(run.begun()))
                : threads
                        .find(lines.stream()
                                .filter(it ->
                                        it.what().equals(READ) && run.learner().equals(it.official()))
                                .map(Line::subject)
                                .distinct()
                                .limit(MOST_REQUESTS)
                                .toList())
                        .stream();
        return found.filter(it -> it.ourRole().equals(about.ours()))
                .filter(it -> switch (about.which()) {
                    case NEW -> true;
                    case UNACKNOWLEDGED -> !acknowledgedBefore(it, run);
                    case ALTERED -> altered.any(it.id());
                })
                .limit(MOST_REQUESTS);
    }

    private boolean acknowledgedBefore(Thread thread, LessonRun run) {
        var types = types(thread, ActRole.ACKNOWLEDGES);
        return types.isEmpty()
                || threads.newest(thread.id()).stream()
                        .anyMatch(it -> it.ours()
                                && types.contains(it.envelope().type())
                                && it.at().isBefore(run.begun()));
    }

    private Set<String> types(Thread thread, ActRole role) {
        return procedures
                .find(thread.procedure())
                .map((KnownProcedure it) -> it.acts(role))
                .orElse(Set.of());
    }

    /** One request, or none, and what is on record of it. */
    private final class OnRecord {

        private final Lesson lesson;
        private final LessonRun run;
        private final List<Line> lines;
        private final @Nullable Thread thread;
        private final List<KeptAct> acts;
        private final Set<String> subjects;

        /** The line that ticked a step, or when an act did. */
        private final Map<String, Ticked> ticked = new HashMap<>();

        private record Ticked(Instant at, @Nullable String subject) {}

        OnRecord(Lesson lesson, LessonRun run, List<Line> own, @Nullable Thread thread, List<KeptAct> acts) {
            this.lesson = lesson;
            this.run = run;
            this.thread = thread;
            this.acts = acts;
            this.subjects = Stream.concat(
                            acts.stream().map(KeptAct::id),
                            thread == null ? Stream.empty() : Stream.of(thread.id(), thread.reference()))
                    .collect(Collectors.toSet());
            this.lines = Stream.concat(own.stream(), runs.about(sought(own), run, lesson).stream())
                    .sorted(Comparator.comparing(Line::n))
                    .distinct()
                    .toList();
        }

        /** What others do ticks a step only if it is about the request, or about what the learner did in a step before. */
        private Set<String> sought(List<Line> own) {
            var before = lesson.followed();
            return Stream.concat(
                            subjects.stream(),
                            own.stream()
                                    .filter(it -> before.contains(it.what()))
                                    .map(Line::subject))
                    .collect(Collectors.toSet());
        }

        LessonSoFar read() {
            var done = new ArrayList<Boolean>();
            for (var step : lesson.steps()) {
                var found = step.marks().stream()
                        .flatMap(it -> tick(step, it).stream())
                        .min(Comparator.comparing(Ticked::at));
                found.ifPresent(it -> ticked.put(step.key(), it));
                done.add(found.isPresent());
            }
            boolean begun = done.contains(true);
            var looks = lesson.looks().stream()
                    .map(it -> begun && holds(it) ? it.points() : 0)
                    .toList();
            return new LessonSoFar(lesson, List.copyOf(done), looks, thread == null ? null : thread.id());
        }

        private Optional<Ticked> tick(Step step, Mark mark) {
            return switch (mark) {
                case Mark.InLog it ->
                    lines.stream()
                            .filter(line -> said(step, it, line))
                            .findFirst()
                            .map(line -> new Ticked(line.time(), line.subject()));
                case Mark.Act it ->
                    acts.stream()
                            .filter(act -> act.n() != null
                                    && act.ours() == it.ours()
                                    && !act.at().isBefore(run.begun())
                                    && is(it, act.envelope().type()))
                            .findFirst()
                            .map(act -> new Ticked(act.at(), act.id()));
            };
        }

        private boolean is(Mark.Act mark, String type) {
            if (mark.role() == null) return type.equals(mark.type());
            return thread != null && types(thread, mark.role()).contains(type);
        }

        private boolean said(Step step, Mark.InLog mark, Line line) {
            if (!line.what().equals(mark.what()) || !did(step, line)) return false;
            if (!line.facts().entrySet().containsAll(mark.facts().entrySet())) return false;
            if (line.what().equals(Lesson.VERDICT)) return LessonRuns.of(run, line) && right(line);
            if (mark.of() != null) {
                var other = ticked.get(mark.of());
                return other != null && line.subject().equals(other.subject());
            }
            return mark.anywhere() || lesson.about() == null || ofRequest(line);
        }

        private boolean ofRequest(Line line) {
            return subjects.contains(line.subject())
                    || subjects.contains(line.facts().getOrDefault("reference", ""))
                    || subjects.contains(line.facts().getOrDefault("thread", ""));
        }

        /** What the learner's own chair does, the learner did; what another does, whoever may sit there. */
        private boolean did(Step step, Line line) {
            var by = line.official();
            if (by == null) return false;
            return step.chair() == lesson.chair()
                    ? by.equals(run.learner())
                    : officials.find(by).filter(it -> it.holds(step.chair())).isPresent();
        }

        private boolean holds(Look look) {
            var never = look.never();
            if (never != null) return lines.stream().noneMatch(it -> is(never, it));
            var step = ticked.get(Objects.requireNonNull(look.step()));
            var before = ticked.get(Objects.requireNonNull(look.before()));
            return step != null && (before == null || !step.at().isAfter(before.at()));
        }

        private boolean is(Never never, Line line) {
            if (!line.what().equals(never.what())) return false;
            boolean theirs = never.what().equals(Lesson.VERDICT)
                    ? LessonRuns.of(run, line)
                    : run.learner().equals(line.official()) || ofRequest(line);
            if (!theirs) return false;
            return never.right() == null || never.right() == right(line);
        }

        private static boolean right(Line line) {
            return Boolean.parseBoolean(line.facts().get("right"));
        }
    }
}
