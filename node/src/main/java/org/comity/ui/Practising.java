package org.comity.ui;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the frame of each page of a practice node offers beside the page: the chairs of every State, and where the story
 * stands.
 *
 * @param states in the configuration's order
 * @param story null where nobody is led through it
 */
public record Practising(List<State> states, @Nullable Story story) {

    /** Names the cookie with the second at which this browser began the story; any other value: it was closed for good. */
    public static final String COOKIE = "story";

    public static final Practising NOTHING = new Practising(List.of(), null);

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
