package org.comity.evidence.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemSealing;

/** A sealed payload in memory, given out honestly unless a test has it otherwise. */
class APayload implements OfferedItem {

    final byte[] bytes;
    final ItemManifest.Payload named;
    final AtomicLong given = new AtomicLong();

    APayload(int plain) throws IOException {
        byte[] content = new byte[plain];
        new Random(plain).nextBytes(content);
        var out = new ByteArrayOutputStream();
        try (var sealing = ItemSealing.begin(ItemKey.fresh(), out)) {
            sealing.write(content, 0, plain);
            named = sealing.finish().payload();
        }
        bytes = out.toByteArray();
    }

    byte[] list(Path folder) throws IOException {
        var list = folder.resolve("right-list");
        SegmentList.make(new ByteArrayInputStream(bytes), named, list);
        return java.nio.file.Files.readAllBytes(list);
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
