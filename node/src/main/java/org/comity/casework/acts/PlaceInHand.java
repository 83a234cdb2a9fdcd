package org.comity.casework.acts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says where an act stands among all that are in hand, as one reader's pages list them; an address holds it.
 *
 * @param group {@code 0} in the reader's own hands, {@code 1} waiting for approval, {@code 2} any other, {@link #PAPER} behind them
 *     all what came on paper
 * @param since submitted, or else saved; of paper nothing
 */
record PlaceInHand(int group, Instant since, String draft) {

    static final int PAPER = 3;

    static @Nullable PlaceInHand ofPaper(@Nullable String draft) {
        return draft == null ? null : new PlaceInHand(PAPER, Instant.EPOCH, draft);
    }

    /** Nothing that is not one: then a list begins at its beginning. */
    static Optional<PlaceInHand> read(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("_", 3);
        if (parts.length != 3 || !parts[0].matches("[0123]")) return Optional.empty();
        try {
            return Optional.of(new PlaceInHand(Integer.parseInt(parts[0]), Instant.parse(parts[1]), parts[2]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return group + "_" + since + "_" + draft;
    }
}
