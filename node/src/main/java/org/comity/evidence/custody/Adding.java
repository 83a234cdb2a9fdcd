package org.comity.evidence.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.UUID;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.vault.PayloadUnderWay;
import org.comity.evidence.vault.Vault;
import org.comity.proof.ItemKey;
import org.comity.proof.ItemSealing;
import org.comity.proof.age.Payload;

/** One item whose bytes are coming. Its file is locked: nobody else, nor another process, adds to it at the same time. */
final class Adding implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final FileChannel file;
    private final PayloadUnderWay out;
    private final ItemSealing sealing;
    private long reached;
    private boolean broken;

    private Adding(FileChannel file, PayloadUnderWay out, ItemSealing sealing) {
        this.file = file;
        this.out = out;
        this.sealing = sealing;
        this.reached = sealing.out();
    }

    static Adding open(Vault vault, UUID item, ItemKey key) throws IOException {
        var file = vault.payload(item);
        try {
            if (file.tryLock() == null) throw busy();
            if (file.size() < Payload.NONCE) {
                // Not even the nonce is whole, so nothing was encrypted under it.
                file.truncate(0);
                var out = new PayloadUnderWay(file, 0);
                return new Adding(file, out, ItemSealing.begin(key, out));
            }
            return resume(file, key);
        } catch (OverlappingFileLockException e) {
            file.close();
            throw busy();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Adding resume(FileChannel file, ItemKey key) throws IOException {
        file.position(0);
        var stored = new BufferedInputStream(Channels.newInputStream(file), 1 << 20);
        // Where it goes on is known only when what is stored was read.
        var later = new Later();
        var sealing = ItemSealing.resume(key, stored, later);
        var out = new PayloadUnderWay(file, Payload.start(sealing.out() / Payload.CHUNK));
        later.out = out;
        return new Adding(file, out, sealing);
    }

    private static EvidenceRefused busy() {
        return new EvidenceRefused("busy", "Somebody is adding to it now");
    }

    long reached() {
        return reached;
    }

    boolean broken() {
        return broken;
    }

    /** Whatever stops it, what came before is sealed as far as whole chunks go, and on the disk. */
    void add(InputStream plain, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
                if (reached + n > most) {
                    throw new EvidenceRefused("too-many-bytes", "More than the %d declared".formatted(most));
                }
                write(buffer, n);
            }
        } finally {
            if (!broken) store();
        }
    }

    private void write(byte[] buffer, int n) throws IOException {
        // After a failed write nobody knows what of it is stored; only the disk can say.
        broken = true;
        sealing.write(buffer, 0, n);
        broken = false;
        reached += n;
    }

    private void store() throws IOException {
        broken = true;
        sealing.flush();
        out.force();
        broken = false;
    }

    ItemSealing.Sealed finish() throws IOException {
        broken = true;
        var sealed = sealing.finish();
        out.force();
        // A torn end of an earlier try cannot be longer than the same bytes sealed whole.
        if (file.size() != sealed.payload().size()) throw new IOException("The payload has another size");
        return sealed;
    }

    @Override
    public void close() throws IOException {
        sealing.close();
        file.close();
    }

    private static final class Later extends java.io.OutputStream {
        private java.io.OutputStream out = nullOutputStream();

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
