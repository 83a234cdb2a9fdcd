package org.comity.seat;

import org.comity.proof.act.Act;

/**
 * Says what happened with a seat of an authority; nothing of what was said from it.
 *
 * @param act the id of the act by which it happened
 * @param key SHA-256 of the key that was used, given or ended
 */
public record SeatNews(String authority, Kind kind, String act, String key) {

    /** @param act that was given from a seat; the first key that approved it stands in it */
    static SeatNews from(Act act, Kind kind) {
        var facts = act.envelope().facts();
        return new SeatNews(facts.getOrDefault("speaker", ""), kind, act.id(), facts.getOrDefault("key", ""));
    }

    /** Of the seat itself. */
    static SeatNews of(SeatOfPerson seat, Kind kind, String act) {
        return new SeatNews(seat.authority(), kind, act, seat.keyHash());
    }

    public enum Kind {
        /** An act was recorded in the authority's name. */
        ACTED,
        /** A key was given to a person of the authority. */
        GIVEN,
        /** A key does nothing more. */
        ENDED,
        /** The authority has a node of its own, and all its keys here do nothing more. */
        ADOPTED
    }
}
