package org.comity.evidence.wire;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Gives the parts of one released item, as the receiver asks for it. */
public interface OfferedItem {

    /** Request header: bytes of the payload that the receiver has. */
    String REACHED = "Comity-Reached";

    /**
     * A small part, whole.
     *
     * @param part {@code manifest}, {@code header} or {@code name}
     * @throws Refused {@code oversized}
     */
    byte[] whole(String part, int largest) throws IOException;

    /**
     * Exactly the bytes from {@code from} to before {@code to}; who reads less closes it.
     *
     * @param part {@code segments} or {@code payload}
     * @param size of the part
     * @param reached bytes of the payload that are here
     * @throws Refused {@code range-wrong} if the other side answers with something else
     */
    InputStream range(String part, long from, long to, long size, long reached) throws IOException;

    /**
     * A segment that came otherwise than its sender signed it.
     *
     * @param segment counted from 0
     * @param signed its leaf in the tree of the manifest, SHA-256 of a zero byte and the segment, in hexadecimal; {@code came} that
     *     of what came
     */
    record Altered(long segment, String signed, String came) {}

    /** What was sent is not what was named: asking again is of no use. */
    final class Refused extends IOException {
        private final String code;
        private final transient @Nullable Altered altered;

        public Refused(String code, String detail) {
            this(code, detail, null);
        }

        /** @param altered the segment that is not the one of the manifest, or null */
        public Refused(String code, String detail, @Nullable Altered altered) {
            super(code + ": " + detail);
            this.code = code;
            this.altered = altered;
        }

        public @Nullable Altered altered() {
            return altered;
        }

        public String code() {
            return code;
        }
    }

    /** Not now. */
    final class Later extends IOException {
        private final String code;
        private final java.time.Duration wait;

        public Later(String code, java.time.Duration wait) {
            super(code);
            this.code = code;
            this.wait = wait;
        }

        public String code() {
            return code;
        }

        /** At least; zero if nothing was said. */
        public java.time.Duration duration() {
            return wait;
        }
    }
}
