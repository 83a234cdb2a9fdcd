package org.comity.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps drawn pages, the one longest unread goes first; and counts how many may be drawn in a second. */
final class DrawnPages {

    private final long most;
    private final int perSecond;
    private final Map<String, DrawnPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long size;
    private long second;
    private int drawn;

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

    /** @return false when this second is used up */
    synchronized boolean mayDraw(Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            drawn = 0;
        }
        return drawn++ < perSecond;
    }

    synchronized long size() {
        return size;
    }
}
