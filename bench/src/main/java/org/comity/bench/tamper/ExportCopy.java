package org.comity.bench.tamper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the files of an export in memory, and a folder that is made to hold them, or what they were changed to.
 */
final class ExportCopy {

    private final Path folder;
    private final SequencedMap<String, byte[]> right;
    private final Map<String, byte[]> there = new HashMap<>();

    ExportCopy(Path folder, SequencedMap<String, byte[]> right) {
        this.folder = folder;
        this.right = right;
    }

    static SequencedMap<String, byte[]> read(Path root) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.walk(root)) {
            for (var each : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        return files;
    }

    /** Those below a folder, named from there. */
    static SequencedMap<String, byte[]> below(String folder, Map<String, byte[]> files) {
        var inside = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.startsWith(folder)) inside.put(name.substring(folder.length()), content);
        });
        return inside;
    }

    SequencedMap<String, byte[]> right() {
        return new TreeMap<>(right);
    }

    /** Writes and deletes what differs from what is there. */
    Path holding(Map<String, byte[]> files) {
        try {
            var names = new TreeSet<>(there.keySet());
            names.addAll(files.keySet());
            for (String each : names) {
                byte[] wanted = files.get(each);
                var file = folder.resolve(each);
                if (wanted == null) {
                    Files.delete(file);
                    there.remove(each);
                } else if (!Arrays.equals(wanted, there.get(each))) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, wanted);
                    there.put(each, wanted);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
