package org.comity.site;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A page as it was drawn for everybody.
 *
 * @param tag changes with the content; a weak one, since a proxy may pack the page
 * @param drawing somebody is drawing it anew
 */
record DrawnPage(byte[] body, String type, String tag, Instant at, AtomicBoolean drawing) {

    private static final int TAG_BYTES = 16;

    static DrawnPage of(byte[] body, String type, Instant at) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            var tag = "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
            return new DrawnPage(body, type, tag, at, new AtomicBoolean());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The first who asks draws it; the others get the old one meanwhile. */
    boolean mineToDraw() {
        return drawing.compareAndSet(false, true);
    }

    boolean known(String ifNoneMatch) {
        for (var it : ifNoneMatch.split(",")) {
            if (it.strip().equals("*") || it.strip().replaceFirst("^W/", "").equals(tag.substring(2))) {
                return true;
            }
        }
        return false;
    }
}
