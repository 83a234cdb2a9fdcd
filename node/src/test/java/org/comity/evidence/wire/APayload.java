package org.comity.evidence.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.TemporaryFolders;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemSealing;

/** A sealed payload in memory, given out honestly unless a test has it otherwise. */
class APayload implements OfferedItem {

    final byte[] bytes;
    final ItemManifest.Payload named;
    final AtomicLong given = new AtomicLong();

    /** Each size is sealed once. */
    private static final Map<Integer, Sealed> SEALED = new ConcurrentHashMap<>();

    private final Sealed right;

    private record Sealed(byte[] bytes, ItemManifest.Payload named, byte[] list) {

        static Sealed of(int plain) {
            byte[] content = new byte[plain];
            new Random(plain).nextBytes(content);
            var out = new ByteArrayOutputStream();
            try (var sealing = ItemSealing.begin(ItemKey.fresh(), out)) {
                sealing.write(content, 0, plain);
                var named = sealing.finish().payload();
                var list = TemporaryFolders.folder("payload").resolve("right-list");
                SegmentList.make(new ByteArrayInputStream(out.toByteArray()), named, list);
                return new Sealed(out.toByteArray(), named, Files.readAllBytes(list));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    APayload(int plain) {
        right = SEALED.computeIfAbsent(plain, Sealed::of);
        named = right.named;
        bytes = right.bytes.clone();
    }

    byte[] list() {
        return right.list.clone();
    }

    @Override
    public byte[] whole(String part, int largest) {
        throw new UnsupportedOperationException(part);
    }

    @Override
    public InputStream range(String part, long from, long to, long size, long reached) throws IOException {
        return counted(new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) from, (int) to)));
    }

    InputStream counted(InputStream in) {
        return new java.io.FilterInputStream(in) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                // As a TLS record comes.
                int n = super.read(into, offset, Math.min(length, 16_384));
                if (n > 0) given.addAndGet(n);
                return n;
            }
        };
    }
}
