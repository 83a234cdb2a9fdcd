package org.comity.lessons;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.identity.PracticeDoor;
import org.comity.ui.PracticeLesson;
import org.comity.ui.Practising;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says on every page of a browser that is led by a lesson which step comes next. */
@Component
class LeadingLesson implements PracticeLesson {

    /** What a class was told this morning is not for that of tomorrow. */
    private static final Duration TOLD = Duration.ofHours(12);

    private final PracticeDoor door;
    private final ShippedLessons lessons;
    private final LessonRuns runs;
    private final TickingSteps ticking;
    private final Clock clock;
    private final String code;

    LeadingLesson(
            PracticeDoor door,
            ShippedLessons lessons,
            LessonRuns runs,
            TickingSteps ticking,
            Clock clock,
            @Value("${node.id}") String node) {
        this.door = door;
        this.lessons = lessons;
        this.runs = runs;
        this.ticking = ticking;
        this.clock = clock;
        this.code = CutText.to(node, 2);
    }

    @Override
    public Practising.@Nullable Lesson of(Practising.Led led) {
        if (!door.open()) return null;
        if (!led.state().equals(code)) {
            return lessons.find(led.lesson())
                    .map(it -> new Practising.Lesson(it.id(), words(it), led.state(), List.of(), 0, ""))
                    .orElse(null);
        }
        return run(led).filter(it -> !isOver(it)).flatMap(this::leading).orElse(null);
    }

    private Optional<Practising.Lesson> leading(LessonRun run) {
        return lessons.find(run.lesson()).map(it -> ticking.soFar(it, run)).map(this::shown);
    }

    private Practising.Lesson shown(LessonSoFar soFar) {
        var lesson = soFar.lesson();
        var steps = new ArrayList<Practising.LessonStep>();
        for (int n = 0; n < lesson.steps().size(); n++) {
            var step = lesson.steps().get(n);
            steps.add(new Practising.LessonStep(
                    step.key(), path(step.chair()), step.there(), soFar.done().get(n)));
        }
        return new Practising.Lesson(lesson.id(), words(lesson), code, List.copyOf(steps), soFar.next(), told());
    }

    /** The run by which a browser is led, if it is one of this node and was not laid back. */
    Optional<LessonRun> run(Practising.Led led) {
        return led.state().equals(code)
                ? runs.find(led.run()).filter(it -> it.lesson().equals(led.lesson()))
                : Optional.empty();
    }

    /** Nothing that is on record from now on ticks it. */
    boolean isOver(LessonRun run) {
        return !clock.instant().isBefore(LessonRuns.end(run));
    }

    String cookie(Lesson lesson, String run) {
        return new Practising.Led(code, lesson.id(), run).cookie();
    }

    String told() {
        return runs.told(clock.instant().minus(TOLD)).orElse("");
    }

    static String words(Lesson lesson) {
        return "lesson." + lesson.id() + ".";
    }

    static String path(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
