package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
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
        var plain = (asked ? "1" : "0") + "|" + changed + "|" + thread;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** A text that is not one of ours begins at the top. */
    static PlaceInList read(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) return TOP;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", -1);
            return parts.length != 3 ? TOP : new PlaceInList(parts[0].equals("1"), Instant.parse(parts[1]), parts[2]);
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return TOP;
        }
    }
}
