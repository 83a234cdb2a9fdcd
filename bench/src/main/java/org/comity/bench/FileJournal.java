package org.comity.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.evidence.wire.FetchJournal;

/** A journal in a file: first line whole segments, then parts. Written beside, forced, moved. */
record FileJournal(Path file) {

    boolean keep(FetchJournal journal) {
        var text = Base64.getEncoder().encodeToString(journal.whole().toByteArray())
                + "\n"
                + journal.parts().entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue() + "\n")
                        .collect(Collectors.joining());
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(text.getBytes()));
                out.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    FetchJournal read(long size) throws IOException {
        if (!Files.exists(file)) return FetchJournal.empty(size);
        var lines = Files.readAllLines(file);
        Map<Long, Integer> parts = new TreeMap<>();
        for (var line : lines.subList(1, lines.size())) {
            var words = line.split(" ");
            parts.put(Long.parseLong(words[0]), Integer.parseInt(words[1]));
        }
        return new FetchJournal(BitSet.valueOf(Base64.getDecoder().decode(lines.getFirst())), parts, size);
    }
}
