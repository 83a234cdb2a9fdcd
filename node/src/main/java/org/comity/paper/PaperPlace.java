package org.comity.paper;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Says where one stands among all that came on paper and is not recorded, as one officer's pages list them; an address holds it,
 * and it stays when what stood there is gone.
 *
 * @param calm no life is at risk
 * @param ofAnother another officer wrote it down
 */
record PaperPlace(boolean calm, boolean ofAnother, Instant savedAt, String draft) {

    static final PaperPlace FIRST = new PaperPlace(false, false, Instant.EPOCH, "");

    /** Nothing that is not one: then a list begins at its beginning. */
    static PaperPlace read(String text) {
        var parts = text.split("_", 4);
        if (parts.length != 4) return FIRST;
        try {
            return new PaperPlace(parts[0].equals("1"), parts[1].equals("1"), Instant.parse(parts[2]), parts[3]);
        } catch (DateTimeParseException e) {
            return FIRST;
        }
    }

    @Override
    public String toString() {
        return (calm ? 1 : 0) + "_" + (ofAnother ? 1 : 0) + "_" + savedAt + "_" + draft;
    }
}
