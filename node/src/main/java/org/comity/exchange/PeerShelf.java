package org.comity.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers what peers may read from this node's AS4 port: GET below one path, by whoever the directory pins. */
public interface PeerShelf {

    /** First part of the path, e.g. {@code feed}: small letters. */
    String name();

    /**
     * @param peer who asks, by its pinned TLS certificate; neither lapsed nor revoked
     * @param path what follows the name, without the slash; of letters, digits and {@code . _ - /} alone
     */
    Answer answer(String peer, String path);

    record Answer(int status, String type, byte[] content) {

        private static final Answer NOTHING = new Answer(404, "text/plain", new byte[0]);
        private static final Answer GONE = new Answer(410, "text/plain", new byte[0]);

        public static Answer json(byte[] content) {
            return new Answer(200, "application/json", content);
        }

        public static Answer text(String content) {
            return new Answer(200, "text/plain;charset=utf-8", content.getBytes(UTF_8));
        }

        public static Answer nothing() {
            return NOTHING;
        }

        /** It was here, and was taken away. */
        public static Answer gone() {
            return GONE;
        }
    }
}
