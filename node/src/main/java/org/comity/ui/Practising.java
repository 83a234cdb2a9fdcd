package org.comity.ui;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the frame of each page of a practice node offers beside the page: the chairs of every State, and where the story
 * or the lesson stands.
 *
 * @param states in the configuration's order
 * @param story null where nobody is led through it
 * @param lesson null where nobody is led through one
 */
public record Practising(
        List<State> states, @Nullable Story story, @Nullable Lesson lesson) {

    /** Names the cookie with the second at which this browser began the story; any other value: it was closed for good. */
    public static final String COOKIE = "story";

    /** Names the cookie with the lesson by which this browser is led, as {@link Led} writes it. */
    public static final String LESSON_COOKIE = "lesson";

    public static final Practising NOTHING = new Practising(List.of(), null, null);

    /** Who sits where in each step of the story: the State by its place in the list, and the duty. */
    private static final List<Seat> SEATS = List.of(
            new Seat(0, "duty-officer"),
            new Seat(0, "second-officer"),
            new Seat(1, "duty-officer"),
            new Seat(1, "magistrate"),
            new Seat(1, "duty-officer"),
            new Seat(0, "duty-officer"),
            new Seat(0, "oversight"));

    private record Seat(int state, String duty) {}

    /** @param name in English; templates know the word of made-up States */
    public record State(String code, String name, List<Chair> chairs) {}

    /** @param title a key of words; {@code here}: whoever looks sits there */
    public record Chair(String duty, String title, URI link, boolean here) {}

    /** @param done by step, as the record of this node shows; of the last step, which only looks, it shows nothing */
    public record Story(List<Boolean> done) {

        /** The first step that is not done, from 1. */
        public int next() {
            int first = done.indexOf(false);
            return first < 0 ? done.size() + 1 : first + 1;
        }

        public boolean done(int step) {
            return step <= done.size() && done.get(step - 1);
        }
    }

    /**
     * A lesson in a browser: cookies do not tell the ports of one host apart, so it says on which State's node it is.
     *
     * @param state two letters
     * @param run nobody guesses it
     */
    public record Led(String state, String lesson, String run) {

        private static final Pattern FORM = Pattern.compile("([A-Z]{2})\\.([a-z][a-z-]{0,29})\\.([0-9a-f]{16})");

        public static Optional<Led> read(String cookie) {
            var found = FORM.matcher(cookie);
            return found.matches()
                    ? Optional.of(new Led(found.group(1), found.group(2), found.group(3)))
                    : Optional.empty();
        }

        public String cookie() {
            return state + "." + lesson + "." + run;
        }
    }

    /**
     * @param words of its title, its steps and their hints: keys begin so
     * @param state on whose node it is
     * @param steps empty on the other State's node, which knows nothing of it but that it goes on elsewhere
     * @param next the step that is to be done, from 1; behind the last where it has ended
     * @param told what the class was told last, or empty
     */
    public record Lesson(String id, String words, String state, List<LessonStep> steps, int next, String told) {

        public boolean ended() {
            return next > steps.size();
        }

        public boolean elsewhere() {
            return steps.isEmpty();
        }
    }

    /** @param there it is done on another State's node */
    public record LessonStep(String key, String duty, boolean there, boolean done) {}

    /** Where to sit for a step of a lesson; null where there is no such chair. */
    public @Nullable Chair chair(String state, boolean there, String duty) {
        return states.stream()
                .filter(it -> it.code().equals(state) != there)
                .findFirst()
                .flatMap(it -> it.chairs().stream()
                        .filter(chair -> chair.duty().equals(duty))
                        .findFirst())
                .orElse(null);
    }

    /** Whose chair that is. */
    public State state(String state, boolean there) {
        return states.stream()
                .filter(it -> it.code().equals(state) != there)
                .findFirst()
                .orElseThrow();
    }

    /** How many steps the story has. */
    public int steps() {
        return SEATS.size();
    }

    /** Whose step it is, from 1. */
    public State state(int step) {
        return states.get(SEATS.get(step - 1).state());
    }

    /** Where to sit for a step. */
    public Chair chair(int step) {
        var duty = SEATS.get(step - 1).duty();
        return state(step).chairs().stream()
                .filter(it -> it.duty().equals(duty))
                .findFirst()
                .orElseThrow();
    }
}
