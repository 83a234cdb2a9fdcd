package org.comity.evidence.wire;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.item.PayloadSegments;
import org.jspecify.annotations.Nullable;

/**
 * Says which stream fetches which segment, and how far each segment has come. Everything written here is in the file, not yet on the disk.
 */
final class SegmentProgress {

    private final long size;
    private final int count;
    private final int longest;
    private final BitSet whole;
    private final BitSet taken = new BitSet();
    private final Map<Long, Integer> parts;
    /** Parts whose bytes came in an earlier run, or over another connection. */
    private final Set<Long> resumed = new HashSet<>();

    SegmentProgress(FetchJournal journal, int streams, int longest) {
        this.size = journal.size();
        this.count = Math.toIntExact(PayloadSegments.count(size));
        this.whole = (BitSet) journal.whole().clone();
        this.parts = new TreeMap<>(journal.parts());
        this.resumed.addAll(parts.keySet());
        int missing = count - whole.cardinality();
        this.longest = Math.clamp((missing + streams - 1) / streams, 1, longest);
    }

    /** @param from first byte wanted: behind what is here of the first segment */
    record Stretch(int first, int last, long from, long to) {}

    /** The next segments that nobody fetches; null if there are none. */
    synchronized @Nullable Stretch take() {
        int first = whole.nextClearBit(0);
        while (first < count && taken.get(first)) first = free(first + 1);
        if (first >= count) return null;
        int last = first;
        // A later segment of which a part is here begins a stretch of its own.
        while (last + 1 < count && last + 1 - first < longest && open(last + 1)) last++;
        taken.set(first, last + 1);
        long here = parts.getOrDefault((long) first, 0);
        long end = PayloadSegments.start(last) + PayloadSegments.length(last, size);
        return new Stretch(first, last, PayloadSegments.start(first) + here, end);
    }

    private int free(int from) {
        int next = from;
        while (next < count && (whole.get(next) || taken.get(next))) next++;
        return next;
    }

    private boolean open(int segment) {
        return !whole.get(segment) && !taken.get(segment) && !parts.containsKey((long) segment);
    }

    synchronized void giveBack(Stretch stretch) {
        taken.clear(stretch.first(), stretch.last() + 1);
    }

    synchronized int here(long segment) {
        return parts.getOrDefault(segment, 0);
    }

    synchronized void here(long segment, int bytes) {
        parts.put(segment, bytes);
    }

    /** Its bytes will go on over another connection. */
    synchronized void brokenOff(long segment) {
        if (parts.containsKey(segment)) resumed.add(segment);
    }

    synchronized void verified(long segment) {
        parts.remove(segment);
        resumed.remove(segment);
        whole.set((int) segment);
    }

    /**
     * It is not what the list says: nothing of it stays.
     *
     * @return whether all of it came over one connection, so that the other side, and not our disk, made it wrong
     */
    synchronized boolean wrong(long segment) {
        parts.remove(segment);
        return !resumed.remove(segment);
    }

    synchronized FetchJournal journal() {
        return new FetchJournal((BitSet) whole.clone(), parts, size);
    }
}
