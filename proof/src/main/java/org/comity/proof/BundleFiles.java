package org.comity.proof;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of an exported thread, in a folder or a ZIP alike; read one at a time, each within a limit. */
final class BundleFiles implements AutoCloseable {

    static final int LARGEST_FILE = Container.Limits.STANDARD.compressed();
    static final int MOST_FILES = 20_001;
    private static final int DEEPEST = 3;

    private final Path root;
    private final @Nullable FileSystem zip;

    private BundleFiles(Path root, @Nullable FileSystem zip) {
        this.root = root;
        this.zip = zip;
    }

    static BundleFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new BundleFiles(path, null);
        }
        var zip = FileSystems.newFileSystem(path, java.util.Map.of("accessMode", "readOnly"));
        return new BundleFiles(zip.getPath("/"), zip);
    }

    /** Names relative to the bundle, with {@code /}, in order. */
    SequencedSet<String> names() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(root, DEEPEST)) {
            for (var each : (Iterable<Path>) files::iterator) {
                if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(root.relativize(each).toString().replace('\\', '/'));
                }
                if (names.size() > MOST_FILES) {
                    throw new Malformed("bundle-too-large", "more than %d files".formatted(MOST_FILES));
                }
            }
        }
        return names;
    }

    byte[] read(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Malformed("bundle-file", "%s is missing, or no plain file".formatted(name));
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new Malformed("bundle-too-large", name);
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
