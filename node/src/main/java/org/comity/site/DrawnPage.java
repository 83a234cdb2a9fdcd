package org.comity.site;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.proof.form.Digests;

/**
 * A page as it was drawn for everybody.
 *
 * @param tag changes with the content; a weak one, since a proxy may pack the page
 * @param drawing somebody is drawing it anew
 */
record DrawnPage(byte[] body, String type, String tag, Instant at, AtomicBoolean drawing) {

    private static final int TAG_BYTES = 16;

    static DrawnPage of(byte[] body, String type, Instant at) {
        var tag = "W/\"" + Digests.sha256(body).substring(0, 2 * TAG_BYTES) + "\"";
        return new DrawnPage(body, type, tag, at, new AtomicBoolean());
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
