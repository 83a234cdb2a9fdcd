package org.comity.practice;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns one bit of a stored item of a practice node, as a bad disk or a bad hand would; turned again, it is as it was. */
record AlteredItem(Path payload) {

    static AlteredItem of(Path node, String item) throws IOException {
        try (var files = Files.walk(node.resolve("evidence/kept"), 3)) {
            return new AlteredItem(files.filter(it -> it.endsWith(Path.of(item, "payload")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("item %s is not kept in %s".formatted(item, node))));
        }
    }

    void turn() throws IOException {
        try (var file = new RandomAccessFile(payload.toFile(), "rw")) {
            long at = file.length() / 2;
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 1);
        }
    }
}
