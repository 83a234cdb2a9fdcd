package org.comity.thread.joint;

import java.time.DateTimeException;
import java.time.Instant;
import org.comity.vocabulary.CursorText;
import org.jspecify.annotations.Nullable;

/**
 * Marks where the list of joint threads was left, so that the next page begins after it however the list has grown.
 *
 * @param asked whether we are only asked to join: these come first
 */
record PlaceInList(boolean asked, Instant changed, String thread) {

    /** Before all threads. */
    static final PlaceInList TOP = new PlaceInList(true, Instant.parse("9999-01-01T00:00:00Z"), "");

    private static final int LONGEST = 200;

    String text() {
        return CursorText.of(asked ? "1" : "0", changed, thread);
    }

    /** A text that is not one of ours begins at the top. */
    static PlaceInList read(@Nullable String text) {
        var parts = CursorText.read(text, 3, LONGEST);
        if (parts == null) return TOP;
        try {
            return new PlaceInList(parts.get(0).equals("1"), Instant.parse(parts.get(1)), parts.get(2));
        } catch (DateTimeException notOurs) {
            return TOP;
        }
    }
}
