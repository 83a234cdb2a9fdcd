package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.evidence.Item;
import org.comity.vocabulary.NaturalOrder;

/**
 * Lists the files that an act from a seat hands over. It goes with the act as a file of its own, so that what is signed names each by
 * name, size and SHA-256: the act itself names only manifests, which nobody outside this node has.
 */
public record ListOfFiles(List<Line> lines) {

    static final String NAME = "files.txt";

    private static final String HEAD = "SHA-256\tbytes\tmanifest\tname\n";

    /** @param name with its folder, @param manifest SHA-256 of the manifest, as the act names it */
    public record Line(String sha256, long size, String manifest, String name) {}

    static ListOfFiles of(List<Item> items) {
        return new ListOfFiles(items.stream()
                .sorted(Comparator.comparing(Item::path, NaturalOrder.names()))
                .map(ListOfFiles::line)
                .toList());
    }

    private static Line line(Item item) {
        var manifest = item.manifest().orElseThrow();
        return new Line(manifest.plain().sha256(), manifest.plain().size(), manifest.sha256(), item.path());
    }

    byte[] bytes() {
        return lines.stream()
                .map(it -> "%s\t%d\t%s\t%s\n".formatted(it.sha256(), it.size(), it.manifest(), it.name()))
                .collect(Collectors.joining("", HEAD, ""))
                .getBytes(UTF_8);
    }

    /** As it was written; names hold neither tab nor line break. */
    static ListOfFiles read(byte[] written) {
        return new ListOfFiles(new String(written, UTF_8)
                .lines()
                .skip(1)
                .map(it -> it.split("\t", 4))
                .map(it -> new Line(it[0], Long.parseLong(it[1]), it[2], it[3]))
                .toList());
    }
}
