package org.comity.implementation;

import java.time.Instant;

/**
 * An answer as it stands in a round.
 *
 * @param source {@code own}, {@code office}, {@code sheet} or {@code earlier}
 * @param still false where it came over from an earlier round and nobody has said that it is still true
 * @param by official or office
 */
public record KeptAnswer(String question, GivenAnswer given, String source, boolean still, String by, Instant at) {

    /** Is it given in this round, and not only put off or brought over? */
    public boolean counts() {
        return given.known() && still;
    }
}
