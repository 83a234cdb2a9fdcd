package org.comity.exchange;

import java.io.IOException;
import java.time.Duration;
import org.comity.directory.Participant;

/** Reads from a peer's AS4 port what it has on its {@link PeerShelf shelves}, over TLS with the pinned certificates. */
public interface PeerReading {

    /**
     * @param timeout for one answer, from the question to its last byte
     * @throws IOException if the peer has no node, or this one reaches nobody by wire
     */
    Line open(Participant peer, Duration timeout) throws IOException;

    /** Connections to one peer; close it after the last question. */
    interface Line extends AutoCloseable {

        /**
         * @param path e.g. {@code feed/public/checkpoint}
         * @throws IOException also if the answer has more bytes than {@code largest}
         */
        Got get(String path, int largest) throws IOException;

        @Override
        void close();
    }

    record Got(int status, byte[] content) {}
}
