package org.comity.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.comity.proof.Malformed;
import org.comity.proof.form.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bag into a folder (RFC 8493, version 1.0), one file after the other, however large. Broken off, it is begun
 * again with the same files: what lies there already is compared, not copied again, and the first byte that differs is
 * where it goes on. A bag without {@code bagit.txt} is not finished.
 */
public final class BagWriting {

    private static final int BUFFER = 1 << 18;

    private final Path root;
    private final LongConsumer progress;
    private final SequencedMap<String, String> payload = new TreeMap<>();

    /** Where a file's bytes come from; asked again when writing is begun again. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** @param progress is told how many bytes are on the disk, of each part written or found */
    public BagWriting(Path root, LongConsumer progress) throws IOException {
        if (Files.exists(root.resolve(Bag.DECLARATION), LinkOption.NOFOLLOW_LINKS)) {
            throw new Malformed("bag-finished", "A finished bag lies there already");
        }
        this.root = Files.createDirectories(root);
        this.progress = progress;
    }

    /** Whether something lies there, put by this try or by an earlier one. @param folder below {@code data/} */
    public boolean found(String folder) {
        return Files.exists(root.resolve(Bag.DATA + folder), LinkOption.NOFOLLOW_LINKS);
    }

    public void add(String name, byte[] content) throws IOException {
        add(name, () -> new java.io.ByteArrayInputStream(content));
    }

    /** @param name below {@code data/}; @return SHA-256 of what was written */
    public String add(String name, Source source) throws IOException {
        var path = Bag.DATA + name;
        BagList.name(path);
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        var hash = write(file, source);
        if (payload.put(path, hash) != null) throw new IllegalArgumentException(name);
        return hash;
    }

    /**
     * Lists, then the declaration last of all.
     *
     * @param info lines of {@code bag-info.txt}
     * @param statement makes the {@link ExportStatement} of the tag files' hashes; null if nobody is to say that it is whole
     */
    public void finish(SequencedMap<String, String> info, @Nullable Stating statement) throws IOException {
        strays();
        var tags = new TreeMap<String, byte[]>();
        tags.put(Bag.DECLARATION, text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        tags.put(Bag.LIST, BagList.write(payload));
        var lines = new StringBuilder();
        info.forEach((name, value) -> lines.append(name)
                .append(": ")
                .append(value.replaceAll("\\s+", " "))
                .append('\n'));
        tags.put(Bag.INFO, text(lines.toString()));
        if (statement != null) {
            tags.put(ExportStatement.FILE, statement.of(hashes(tags)).json());
        }
        var hashes = hashes(tags);
        byte[] declaration = tags.remove(Bag.DECLARATION);
        tags.put(Bag.TAGS, BagList.write(hashes));
        for (var each : tags.entrySet()) put(each.getKey(), each.getValue());
        put(Bag.DECLARATION, declaration);
        force(root);
    }

    /** @see ExportStatement#sign */
    @FunctionalInterface
    public interface Stating {
        ExportStatement of(Map<String, String> files);
    }

    private static TreeMap<String, String> hashes(Map<String, byte[]> tags) {
        var hashes = new TreeMap<String, String>();
        tags.forEach((name, content) -> hashes.put(name, Digests.sha256(content)));
        return hashes;
    }

    /** What an earlier try put there and this one does not know would make the bag wrong. */
    private void strays() throws IOException {
        var data = root.resolve("data");
        if (!Files.exists(data)) Files.createDirectories(data);
        try (var files = Files.walk(data)) {
            for (var each : (Iterable<Path>) files.filter(it -> !Files.isDirectory(it))::iterator) {
                var name = root.relativize(each).toString().replace('\\', '/');
                if (!payload.containsKey(name)) {
                    throw new Malformed("bag-left-over", name);
                }
            }
        }
    }

    private String write(Path file, Source source) throws IOException {
        var hash = Digests.begin();
        try (var in = source.open();
                var out = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = new byte[BUFFER];
            boolean known = out.size() > 0;
            for (int n = in.readNBytes(bytes, 0, BUFFER); n > 0; n = in.readNBytes(bytes, 0, BUFFER)) {
                hash.update(bytes, 0, n);
                if (known && same(out, bytes, n)) {
                    out.position(out.position() + n);
                } else {
                    known = false;
                    var rest = ByteBuffer.wrap(bytes, 0, n);
                    while (rest.hasRemaining()) out.write(rest);
                }
                progress.accept(n);
            }
            out.truncate(out.position());
            out.force(true);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static boolean same(FileChannel out, byte[] bytes, int length) throws IOException {
        var there = ByteBuffer.allocate(length);
        long at = out.position();
        while (there.hasRemaining()) {
            if (out.read(there, at + there.position()) < 0) return false;
        }
        return Arrays.equals(there.array(), 0, length, bytes, 0, length);
    }

    private void put(String name, byte[] content) throws IOException {
        var beside = root.resolve(name + ".new");
        write(beside, () -> new java.io.ByteArrayInputStream(content));
        Files.move(beside, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] text(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A name is on the disk when the folder is; not every file system of a disk that is carried can do this. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The files themselves were forced.
        }
    }
}
