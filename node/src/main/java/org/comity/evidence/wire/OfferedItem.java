package org.comity.evidence.wire;

import java.io.IOException;
import java.io.InputStream;

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

    /** What was sent is not what was named: asking again is of no use. */
    final class Refused extends IOException {
        private final String code;

        public Refused(String code, String detail) {
            super(code + ": " + detail);
            this.code = code;
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
