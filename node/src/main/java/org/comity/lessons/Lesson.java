package org.comity.lessons;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.ActRole;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Holds a lesson as its file says it. Its words are {@code lesson.<id>.…}.
 *
 * @param place in the list
 * @param minutes that it takes about
 * @param chair of whoever learns
 * @param about which request its steps are done in, or null: in none, or in any
 */
record Lesson(
        String id,
        int place,
        int minutes,
        Duty chair,
        @Nullable About about,
        List<Step> steps,
        List<Look> looks) {

    /** @param ours our role in it */
    record About(Role ours, Candidate which) {}

    /** Candidate request may be the one, as it stood when the lesson was begun. */
    enum Candidate {
        /** It was opened since. */
        NEW,
        /** It had come, and nobody had acknowledged it. */
        UNACKNOWLEDGED,
        /** Something of what it brought was refused, because it is not what was delivered. */
        ALTERED
    }

    /**
     * @param chair who does it
     * @param there on the other State's node
     * @param marks one of these on record ticks it
     */
    record Step(String key, Duty chair, boolean there, int points, List<Mark> marks) {

        /** It asks which of the delivered files was altered. */
        boolean asksVerdict() {
            return marks.stream()
                    .anyMatch(it -> it instanceof Mark.InLog line && line.what().equals(VERDICT));
        }
    }

    /** What is on record once a step is done. */
    sealed interface Mark {

        /**
         * A line of the domestic log.
         *
         * @param facts that it has among others
         * @param anywhere it need not be about the request of the lesson
         * @param of the step whose line it shares its subject with, or null
         */
        record InLog(
                String what,
                Map<String, String> facts,
                boolean anywhere,
                @Nullable String of) implements Mark {}

        /** A registered act, by what it is for or by its type. */
        record Act(@Nullable ActRole role, @Nullable String type, boolean ours) implements Mark {}
    }

    /**
     * What is looked at beside the steps.
     *
     * @param step done before step {@code before}; null where no line {@code never} may be on record
     */
    record Look(
            String key,
            int points,
            @Nullable String step,
            @Nullable String before,
            @Nullable Never never) {}

    /** @param right null: whatever the line says */
    record Never(String what, @Nullable Boolean right) {}

    /** The verdict of whoever learns: which file was altered. */
    static final String VERDICT = "lesson.verdict";

    /** Kinds of lines of the steps on whose subject another step waits. */
    Set<String> followed() {
        var steps = lines().flatMap(it -> Stream.ofNullable(it.of())).collect(Collectors.toSet());
        return this.steps.stream()
                .filter(it -> steps.contains(it.key()))
                .flatMap(it -> lines(it).map(Mark.InLog::what))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Mark.InLog> lines() {
        return steps.stream().flatMap(Lesson::lines);
    }

    private static Stream<Mark.InLog> lines(Step step) {
        return step.marks().stream().flatMap(it -> it instanceof Mark.InLog line ? Stream.of(line) : Stream.empty());
    }

    /** Every kind of line that it looks for. */
    Set<String> whats() {
        return Stream.concat(
                        lines().map(Mark.InLog::what),
                        looks.stream()
                                .flatMap(it -> Stream.ofNullable(it.never()).map(Never::what)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
