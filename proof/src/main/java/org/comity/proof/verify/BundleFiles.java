package org.comity.proof.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.comity.proof.Malformed;
import org.comity.proof.seal.Container;
import org.comity.proof.seal.StrictZip;

/** The files of an exported thread, in a folder or a ZIP alike; read one at a time, each within a limit. */
interface BundleFiles {

    int LARGEST_FILE = Container.Limits.STANDARD.compressed();
    int MOST_FILES = 20_001;

    /** Names relative to the bundle, with {@code /}, in order. */
    SequencedSet<String> names() throws IOException;

    /** @throws Malformed if it is not there, no plain file, or too large */
    byte[] read(String name) throws IOException;

    static BundleFiles open(Path path) throws IOException {
        return Files.isDirectory(path) ? new InFolder(path) : InZip.of(path);
    }

    /** @param root what it unpacks to */
    record InFolder(Path root) implements BundleFiles {

        @Override
        public SequencedSet<String> names() throws IOException {
            var names = new TreeSet<String>();
            int seen = 0;
            try (var files = Files.walk(root)) {
                for (var each : (Iterable<Path>) files::iterator) {
                    if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                        names.add(root.relativize(each).toString().replace('\\', '/'));
                    }
                    // Folders count too: each may hold another.
                    if (names.size() > MOST_FILES || ++seen > 2 * MOST_FILES) throw tooMany();
                }
            }
            return names;
        }

        @Override
        public byte[] read(String name) throws IOException {
            var file = root.resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) throw missing(name);
            try (var in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
                if (bytes.length > LARGEST_FILE) {
                    throw new Malformed("bundle-too-large", name);
                }
                return bytes;
            }
        }
    }

    /** A ZIP of which every byte is accounted for, so that no two programs can read two threads from it. */
    record InZip(StrictZip zip) implements BundleFiles {

        private static final Container.Limits LIMITS =
                new Container.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 2 * MOST_FILES, 100);

        static InZip of(Path path) throws IOException {
            try (var file = FileChannel.open(path)) {
                if (file.size() > LIMITS.compressed()) {
                    throw new Malformed("bundle-too-large", "a ZIP above 2 GiB; unpack it and check the folder");
                }
                var start = ByteBuffer.allocate(2);
                if (file.read(start) < 2 || start.get(0) != 'P' || start.get(1) != 'K') {
                    throw new Malformed("bundle-file", "neither act nor thread");
                }
                return new InZip(StrictZip.bundle(file.map(MapMode.READ_ONLY, 0, file.size()), LIMITS));
            }
        }

        @Override
        public SequencedSet<String> names() {
            if (zip.names().size() > MOST_FILES) throw tooMany();
            return new TreeSet<>(zip.names());
        }

        @Override
        public byte[] read(String name) {
            if (!zip.has(name)) throw missing(name);
            if (zip.size(name) > LARGEST_FILE) throw new Malformed("bundle-too-large", name);
            return zip.content(name);
        }
    }

    /**
     * What lies in a folder of others, with whom it was counted.
     *
     * @param names relative to the folder
     */
    record Below(BundleFiles files, String folder, SequencedSet<String> names) implements BundleFiles {

        @Override
        public byte[] read(String name) throws IOException {
            return files.read(folder + "/" + name);
        }
    }

    private static Malformed missing(String name) {
        return new Malformed("bundle-file", "%s is missing, or no plain file".formatted(name));
    }

    private static Malformed tooMany() {
        return new Malformed("bundle-too-large", "more than %d files".formatted(MOST_FILES));
    }
}
