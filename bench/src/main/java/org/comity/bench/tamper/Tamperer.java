package org.comity.bench.tamper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.comity.proof.item.ItemMatching;

/**
 * Changes an export, as whoever holds some of its keys could: what they hold beside it, and what chance makes of it.
 *
 * @param other files of another export of the same node
 * @param forgery what they can make anew
 */
record Tamperer(Map<String, byte[]> other, ItemForgery forgery, RandomGenerator chance) {

    <T> T one(List<T> of) {
        return FileChange.one(of, chance);
    }

    FileChange change() {
        return one(List.of(FileChange.values()));
    }

    /** Whole chunks of an item, and perhaps its manifest made to fit. @return the files that were touched */
    Set<String> chunks(SequencedMap<String, byte[]> files, String folder, boolean anew) {
        byte[] theirs = other.entrySet().stream()
                .filter(it -> it.getKey().endsWith("/payload"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var touched = new HashSet<>(ItemForgery.chunks(files, folder + "payload", theirs, chance));
        if (touched.isEmpty() || !anew) return touched;
        try {
            var payload = ItemMatching.read(new ByteArrayInputStream(files.get(folder + "payload")), null)
                    .payload();
            touched.addAll(ItemForgery.manifestAnew(files, folder, payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return touched;
    }
}
