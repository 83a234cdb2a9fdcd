package org.comity.evidence.wire;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** Finds what the port may give out. */
public interface ItemsOnOffer {

    /** Empty unless this manifest was released to whoever has this certificate. */
    Optional<Leaving> find(String manifest, X509Certificate caller);

    /** One released item. */
    interface Leaving {

        byte[] manifest();

        byte[] header() throws IOException;

        /** Canonical JSON: {@code mediaType}, {@code name}. */
        byte[] name();

        SeekableByteChannel payload() throws IOException;

        /** The file of segment hashes; empty while it is being made. */
        Optional<Path> segments() throws IOException;

        /** How long the caller should stay away; zero if it may have it now. Asked again while bytes leave. */
        Duration closed();

        SharedPace pace();

        /** @param bytes of the payload that the caller says it has */
        void reached(long bytes);

        void sent(int bytes);

        /** A range of the payload has ended, whole or not. */
        void ended();
    }
}
