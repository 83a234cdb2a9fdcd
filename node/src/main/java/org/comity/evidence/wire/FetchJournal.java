package org.comity.evidence.wire;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.item.PayloadSegments;

/**
 * Remembers what of a payload is on the disk.
 *
 * @param whole segments that are here and verified
 * @param parts of other segments, how many of their first bytes are here
 * @param size of the payload
 */
public record FetchJournal(BitSet whole, Map<Long, Integer> parts, long size) {

    public FetchJournal {
        parts = new TreeMap<>(parts);
    }

    public static FetchJournal empty(long size) {
        return new FetchJournal(new BitSet(), Map.of(), size);
    }

    public long bytes() {
        long segments =
                whole.stream().mapToLong(it -> PayloadSegments.length(it, size)).sum();
        return segments + parts.values().stream().mapToLong(it -> it).sum();
    }

    public boolean complete() {
        return whole.cardinality() == PayloadSegments.count(size);
    }
}
