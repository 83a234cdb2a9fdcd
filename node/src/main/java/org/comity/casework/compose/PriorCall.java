package org.comity.casework.compose;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records the call that came before a request, as our officer tells it.
 *
 * @param at null while it is not said
 * @param person with whom; may be empty
 * @param said may be empty
 * @param number that was rung, as the other State's entry had it
 * @param official ours, who told it
 */
record PriorCall(@Nullable Instant at, String person, String said, String number, String official) {

    static final PriorCall UNTOLD = new PriorCall(null, "", "", "", "");

    /** The same, whoever tells it. */
    boolean says(PriorCall other) {
        return Objects.equals(at, other.at) && person.equals(other.person) && said.equals(other.said);
    }
}
