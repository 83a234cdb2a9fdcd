package org.comity.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.PlainBytes;
import org.comity.proof.age.PayloadReader;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.comity.vocabulary.BlockInputStream;
import org.springframework.stereotype.Component;

/** Plain bytes n to m of a matched item, reading only the chunks they lie in. */
@Component
class PlainParts implements PlainBytes {

    private final Evidence evidence;
    private final Vault vault;
    private final Sealing sealing;

    PlainParts(Evidence evidence, Vault vault, Sealing sealing) {
        this.evidence = evidence;
        this.vault = vault;
        this.sealing = sealing;
    }

    @Override
    public Part open(Item item, long from, long length) throws IOException {
        var manifest = item.mustBeMatched().manifest().orElseThrow();
        Runnable failed = () -> evidence.readFailed(item.id());
        try {
            return open(item.id(), manifest, from, length, failed);
        } catch (NoSuchFileException e) {
            failed.run();
            throw new EvidenceRefused("missing", "Its payload is not there");
        } catch (IOException | EvidenceRefused e) {
            failed.run();
            throw e;
        }
    }

    private Part open(UUID item, ItemManifest manifest, long from, long length, Runnable failed) throws IOException {
        var key = headers(item).stream()
                .flatMap(it -> opened(it).stream())
                .filter(it -> it.commitment().equals(manifest.commitment()))
                .findFirst()
                .orElseThrow(() -> new EvidenceRefused("no-key", "No header opens for this node"));
        var payload = vault.kept(item);
        try {
            var reader = key.reader((into, at) -> payload.position(at).read(into), payload.size());
            return new Part(payload, reader, from, Math.min(reader.size(), Math.addExact(from, length)), failed);
        } catch (GeneralSecurityException e) {
            payload.close();
            throw new IOException("The payload is not authentic", e);
        } catch (IOException | RuntimeException e) {
            payload.close();
            throw e;
        }
    }

    private Collection<byte[]> headers(UUID item) throws IOException {
        try {
            return vault.headers(item).values();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Optional<ItemKey> opened(byte[] header) {
        try {
            return Optional.of(sealing.openItem(header));
        } catch (CannotOpen e) {
            return Optional.empty();
        }
    }

    static final class Part extends BlockInputStream {

        private final SeekableByteChannel payload;
        private final PayloadReader reader;
        private final long end;
        private final Runnable failed;
        private long at;

        private Part(SeekableByteChannel payload, PayloadReader reader, long from, long end, Runnable failed) {
            this.payload = payload;
            this.reader = reader;
            this.at = from;
            this.end = end;
            this.failed = failed;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (at >= end) return -1;
            try {
                int n = reader.read(at, ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)));
                at += n;
                return n == 0 ? -1 : n;
            } catch (GeneralSecurityException e) {
                failed.run();
                throw new IOException("A chunk is not authentic", e);
            } catch (IOException e) {
                failed.run();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            payload.close();
        }
    }
}
