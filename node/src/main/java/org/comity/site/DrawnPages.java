package org.comity.site;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.CallerOrigin;

/**
 * Keeps drawn pages, the one longest unread goes first; and counts how many may be drawn in a second, for all readers and for
 * each.
 */
final class DrawnPages {

    /**
     * One reader alone gets this part of the draws of a second, so that some are left for the others. A proxy on this machine
     * that does not say for whom it asks stands for everybody.
     */
    private static final int PART_OF_ONE = 4;

    private final long most;
    private final int perSecond;
    private final Map<String, DrawnPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long size;
    private long second;
    private int drawn;
    /** Only of this second, and only whom something was drawn for: never more than may be drawn. */
    private final Map<CallerOrigin, Integer> drawnForOne = new HashMap<>();

    DrawnPages(long most, int perSecond) {
        this.most = most;
        this.perSecond = perSecond;
    }

    synchronized Optional<DrawnPage> find(String key) {
        return Optional.ofNullable(pages.get(key));
    }

    /** Of one that is kept. */
    static long largest(long most) {
        return most / 16;
    }

    /** One that takes more than a sixteenth of the room is not kept: it would push out what many read. */
    synchronized void keep(String key, DrawnPage page) {
        var before = pages.remove(key);
        if (before != null) size -= before.body().length;
        if (page.body().length > largest(most)) return;
        pages.put(key, page);
        size += page.body().length;
        for (var it = pages.values().iterator(); size > most && it.hasNext(); ) {
            size -= it.next().body().length;
            it.remove();
        }
    }

    /** @return false when this second is used up, by this reader or by all together */
    synchronized boolean mayDraw(CallerOrigin reader, Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            drawn = 0;
            drawnForOne.clear();
        }
        int own = drawnForOne.getOrDefault(reader, 0);
        boolean tooMany = own >= Math.ceilDiv(perSecond, PART_OF_ONE) && !reader.isThisMachine();
        if (drawn >= perSecond || tooMany) return false;
        drawn++;
        drawnForOne.put(reader, own + 1);
        return true;
    }

    /** How many readers are remembered. */
    synchronized int readers() {
        return drawnForOne.size();
    }

    synchronized long size() {
        return size;
    }
}
