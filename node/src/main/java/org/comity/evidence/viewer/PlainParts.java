package org.comity.evidence.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.PlainBytes;
import org.comity.evidence.vault.Vault;
import org.comity.proof.ItemKey;
import org.comity.proof.age.PayloadReader;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.springframework.stereotype.Component;

/** Plain bytes n to m of a matched item, reading only the chunks they lie in. */
@Component
class PlainParts implements PlainBytes {

    private final Vault vault;
    private final Sealing sealing;

    PlainParts(Vault vault, Sealing sealing) {
        this.vault = vault;
        this.sealing = sealing;
    }

    @Override
    public Part open(Item item, long from, long length) throws IOException {
        var manifest = item.here().manifest().filter(it -> item.state() == Item.State.MATCHED);
        if (manifest.isEmpty()) throw new EvidenceRefused("not-matched", "It has not been opened whole and compared");
        var key = vault.headers(item.id()).values().stream()
                .flatMap(it -> opened(it).stream())
                .filter(it -> it.commitment().equals(manifest.get().commitment()))
                .findFirst()
                .orElseThrow(() -> new EvidenceRefused("no-key", "No header opens for this node"));
        var payload = vault.kept(item.id());
        try {
            var reader = key.reader((into, at) -> payload.position(at).read(into), payload.size());
            return new Part(payload, reader, from, Math.min(reader.size(), Math.addExact(from, length)));
        } catch (GeneralSecurityException e) {
            payload.close();
            throw new IOException("The payload is not authentic", e);
        } catch (IOException | RuntimeException e) {
            payload.close();
            throw e;
        }
    }

    private Optional<ItemKey> opened(byte[] header) {
        try {
            return Optional.of(sealing.openItem(header));
        } catch (CannotOpen e) {
            return Optional.empty();
        }
    }

    static final class Part extends InputStream {

        private final SeekableByteChannel payload;
        private final PayloadReader reader;
        private final long end;
        private long at;

        private Part(SeekableByteChannel payload, PayloadReader reader, long from, long end) {
            this.payload = payload;
            this.reader = reader;
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
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
                throw new IOException("A chunk is not authentic", e);
            }
        }

        @Override
        public void close() throws IOException {
            payload.close();
        }
    }
}
