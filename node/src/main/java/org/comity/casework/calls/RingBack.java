package org.comity.casework.calls;

import java.time.Instant;

/**
 * An officer rang the authority back, and what it said.
 *
 * @param words may be empty
 * @param by an official's id
 */
public record RingBack(Instant at, String number, Outcome outcome, String words, String by) {

    /** What the authority said of the call. */
    public enum Outcome {
        CONFIRMED,
        NO_ANSWER,
        /** It knows of no such call: whoever called may have been somebody else. */
        DENIED
    }
}
