package org.comity.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.comity.evidence.wire.ItemsOnOffer;
import org.comity.evidence.wire.SegmentList;
import org.comity.evidence.wire.SharedPace;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemMatching;

/**
 * The one payload that is given out, to whoever asks.
 *
 * @param list where the hashes of its segments are put
 */
record GivenPayload(Opening opening, Path list) implements ItemsOnOffer.Leaving {

    private static final int BUFFER = 1 << 20;

    @FunctionalInterface
    interface Opening {
        SeekableByteChannel open() throws IOException;
    }

    static GivenPayload file(Path payload) {
        return new GivenPayload(() -> Files.newByteChannel(payload), payload.resolveSibling("segments"));
    }

    /** Reads it twice: for its root, and for the list. */
    ItemManifest.Payload listed() throws IOException {
        ItemManifest.Payload named;
        try (var in = stream()) {
            named = ItemMatching.read(in, null).payload();
        }
        Files.deleteIfExists(list);
        try (var in = stream()) {
            SegmentList.make(in, named, list);
        }
        return named;
    }

    private InputStream stream() throws IOException {
        return new BufferedInputStream(Channels.newInputStream(opening.open()), BUFFER);
    }

    @Override
    public byte[] manifest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] header() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] name() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel payload() throws IOException {
        return opening.open();
    }

    @Override
    public Optional<Path> segments() {
        return Optional.of(list);
    }

    @Override
    public Duration closed() {
        return Duration.ZERO;
    }

    @Override
    public SharedPace pace() {
        return SharedPace.FREE;
    }

    @Override
    public void reached(long bytes) {}

    @Override
    public void sent(int bytes) {}

    @Override
    public void ended() {}
}
