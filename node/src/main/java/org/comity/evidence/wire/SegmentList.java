package org.comity.evidence.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.PayloadSegments;
import org.comity.proof.tree.GrowingTree;
import org.comity.proof.tree.MerkleTree;

/** The hashes of all segments in a file, 32 bytes each: in memory they would grow with the item. */
public final class SegmentList implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;

    private SegmentList(FileChannel file) {
        this.file = file;
    }

    public static SegmentList open(Path file) throws IOException {
        return new SegmentList(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** In bytes. */
    public static long size(ItemManifest.Payload payload) {
        return PayloadSegments.count(payload.size()) * MerkleTree.HASH;
    }

    byte[] leaf(long segment) throws IOException {
        var leaf = ByteBuffer.allocate(MerkleTree.HASH);
        while (leaf.hasRemaining()) {
            if (file.read(leaf, segment * MerkleTree.HASH + leaf.position()) < 0)
                throw new IOException("the list is too short");
        }
        return leaf.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * Fetches the list, goes on where an earlier try stopped, and keeps it only if its root is the one of the manifest.
     *
     * @param part where it grows: of this sender's item alone, so that none spoils another's
     * @throws Refused {@code root-wrong}
     */
    public static void fetch(OfferedItem source, ItemManifest.Payload payload, Path part, Path to, long reached)
            throws IOException {
        long size = size(payload);
        try (var out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            if (out.size() > size) out.truncate(0);
            if (out.size() < size) {
                try (var in = source.range("segments", out.size(), size, size, reached)) {
                    copy(in, out);
                }
            }
            if (out.size() < size) throw new IOException("the list of segments broke off");
            out.force(true);
        }
        if (!root(part).equals(payload.root())) {
            Files.delete(part);
            throw new Refused("root-wrong", "the list of segments has another root than the manifest");
        }
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(InputStream in, FileChannel out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (var bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) out.write(bytes);
        }
    }

    private static String root(Path list) throws IOException {
        var tree = new GrowingTree();
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(list), BUFFER)) {
            for (byte[] leaf = in.readNBytes(MerkleTree.HASH);
                    leaf.length == MerkleTree.HASH;
                    leaf = in.readNBytes(MerkleTree.HASH)) {
                tree.add(leaf);
            }
        }
        return HexFormat.of().formatHex(tree.root());
    }

    /**
     * Makes the list from a payload, and keeps it only if its root is the one of the manifest.
     *
     * @throws Refused {@code root-wrong}: the payload is damaged
     */
    public static void make(InputStream in, ItemManifest.Payload payload, Path to) throws IOException {
        var part = Files.createTempFile(to.getParent(), "list", ".part");
        try {
            var tree = new GrowingTree();
            try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                byte[] segment = new byte[PayloadSegments.LARGEST];
                for (long i = 0; i < PayloadSegments.count(payload.size()); i++) {
                    int length = PayloadSegments.length(i, payload.size());
                    if (in.readNBytes(segment, 0, length) < length) break;
                    byte[] leaf = MerkleTree.leaf(segment, 0, length);
                    tree.add(leaf);
                    out.write(leaf);
                }
            }
            if (!HexFormat.of().formatHex(tree.root()).equals(payload.root())) {
                throw new Refused("root-wrong", "the payload has another root than the manifest");
            }
            try (var made = FileChannel.open(part, StandardOpenOption.WRITE)) {
                made.force(true);
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
