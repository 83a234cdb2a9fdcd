package org.comity.evidence.wire;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.Segments;

/**
 * What of a payload is on the disk.
 *
 * @param whole segments that are here and verified
 * @param parts of other segments, how many of their first bytes are here
 * @param size of the payload
 */
public record Journal(BitSet whole, Map<Long, Integer> parts, long size) {

    public Journal {
        parts = new TreeMap<>(parts);
    }

    public static Journal empty(long size) {
        return new Journal(new BitSet(), Map.of(), size);
    }

    public long bytes() {
        long segments = whole.stream().mapToLong(it -> Segments.length(it, size)).sum();
        return segments + parts.values().stream().mapToLong(it -> it).sum();
    }

    public boolean complete() {
        return whole.cardinality() == Segments.count(size);
    }
}
