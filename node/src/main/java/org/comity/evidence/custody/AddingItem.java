package org.comity.evidence.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.Evidence.Part;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.vault.PayloadUnderWay;
import org.comity.evidence.vault.Vault;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemSealing;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of one item as they come. Its file is locked: nobody else, nor another process, adds to it at the same time.
 */
final class AddingItem implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    /** After so many bytes what came is forced to the disk and marked, however long the line holds. */
    private static final long STRETCH = 64 << 20;

    private final Marks marks;
    private final FileChannel file;
    private final PayloadUnderWay out;
    private final ItemSealing sealing;
    private final String commitment;
    private final @Nullable FollowingPayload following;
    private long reached;
    private long forced;
    private boolean broken;

    private AddingItem(
            Marks marks, FileChannel file, PayloadUnderWay out, ItemSealing sealing, ItemKey key, boolean resumed) {
        this.marks = marks;
        this.file = file;
        this.out = out;
        this.sealing = sealing;
        this.commitment = key.commitment();
        this.following = resumed ? new FollowingPayload(file, key) : null;
        this.reached = sealing.out();
        this.forced = reached;
    }

    /** Where the marks of one item lie. */
    private record Marks(Vault vault, UUID item) {

        ForcedMark newest() throws IOException {
            return vault.marked(item).map(ForcedMark::read).orElse(ForcedMark.NONE);
        }

        void keep(ForcedMark mark) throws IOException {
            vault.mark(item, mark.bytes());
        }
    }

    static AddingItem open(Vault vault, UUID item, ItemKey key) throws IOException {
        var file = alone(vault, item);
        try {
            var marks = new Marks(vault, item);
            if (file.size() < PayloadLayout.NONCE) {
                // Not even the nonce is whole, so nothing was encrypted under it.
                file.truncate(0);
                var out = new PayloadUnderWay(file, 0);
                return new AddingItem(marks, file, out, ItemSealing.begin(key, out), key, false);
            }
            return resume(marks, file, key);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Its payload, while nobody adds to it. */
    static FileChannel alone(Vault vault, UUID item) throws IOException {
        var file = vault.payload(item);
        try {
            if (file.tryLock() != null) return file;
        } catch (OverlappingFileLockException e) {
            // Said below.
        } catch (IOException e) {
            file.close();
            throw e;
        }
        file.close();
        throw new EvidenceRefused("busy", "Somebody is adding to it now");
    }

    /** Only what is stored behind the newest mark is read; the rest, {@link FollowingPayload} reads when more comes. */
    private static AddingItem resume(Marks marks, FileChannel file, ItemKey key) throws IOException {
        var nonce = ByteBuffer.allocate(PayloadLayout.NONCE);
        while (nonce.hasRemaining()) {
            if (file.read(nonce, nonce.position()) < 0) throw new IOException("The payload became shorter");
        }
        long known = marks.newest().chunks();
        // A vault that was put back from an older copy may hold less than the mark says: then it is worth nothing.
        if (file.size() < PayloadLayout.start(known)) known = 0;
        file.position(PayloadLayout.start(known));
        var behind = new BufferedInputStream(Channels.newInputStream(file), 1 << 20);
        long chunks = ItemSealing.authentic(key, nonce.array(), known, behind);
        var out = new PayloadUnderWay(file, PayloadLayout.start(chunks));
        return new AddingItem(marks, file, out, ItemSealing.resume(key, nonce.array(), chunks, out), key, true);
    }

    long reached() {
        return reached;
    }

    boolean broken() {
        return broken;
    }

    /** All that is here, by its hash; empty after a restart, when only the mark knows one. */
    Optional<Part> part() {
        return reached == 0 ? Optional.empty() : sealing.writtenSha256().map(it -> new Part(reached, it));
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
                if (reached - forced >= STRETCH) store();
            }
        } finally {
            if (!broken) store();
        }
    }

    private void write(byte[] buffer, int n) throws IOException {
        // After a failed write nobody knows what of it is stored; only the disk can say.
        broken = true;
        sealing.write(buffer, 0, n);
        if (following != null) following.reaches(out.at());
        broken = false;
        reached += n;
    }

    private void store() throws IOException {
        broken = true;
        long whole = sealing.flush();
        out.force();
        if (whole > 0) marks.keep(mark(whole));
        forced = reached;
        broken = false;
    }

    private ForcedMark mark(long whole) throws IOException {
        var sha256 = sealing.outSha256();
        var before = sha256.isEmpty() ? marks.newest() : ForcedMark.NONE;
        return sha256.map(it -> new ForcedMark(whole / PayloadLayout.CHUNK, whole, it))
                .orElseGet(() -> new ForcedMark(whole / PayloadLayout.CHUNK, before.hashed(), before.sha256()));
    }

    ItemSealing.Sealed finish() throws IOException {
        broken = true;
        var sealed = following == null ? sealing.finish() : followed(following);
        out.force();
        // A torn end of an earlier try cannot be longer than the same bytes sealed whole.
        if (file.size() != sealed.payload().size()) throw new IOException("The payload has another size");
        return sealed;
    }

    private ItemSealing.Sealed followed(FollowingPayload behind) throws IOException {
        var found = behind.end(PayloadLayout.size(sealing.end()));
        var plain = found.plain();
        if (plain == null) {
            throw new EvidenceRefused("stored-damaged", "Chunk %d is not authentic".formatted(found.brokenChunk()));
        }
        return new ItemSealing.Sealed(commitment, found.payload(), plain);
    }

    @Override
    public void close() throws IOException {
        if (following != null) following.close();
        sealing.close();
        file.close();
    }
}
