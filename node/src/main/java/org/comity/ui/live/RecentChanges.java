package org.comity.ui.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last changes, so that a browser that lost its line misses none. Not safe for threads: the hub guards it. */
final class RecentChanges {

    private final String boot;
    private final int kept;
    private final Deque<LiveChange> changes = new ArrayDeque<>();
    private long last;

    RecentChanges(String boot, int kept) {
        this.boot = boot;
        this.kept = kept;
    }

    LiveChange add(String topic, String id, Instant at, boolean ours) {
        var change = new LiveChange(boot, ++last, topic, id, at, ours);
        changes.addLast(change);
        if (changes.size() > kept) {
            changes.removeFirst();
        }
        return change;
    }

    /** Something changed that is told to nobody by its name: whoever comes back loads the page again. */
    void forget() {
        changes.clear();
        last++;
    }

    /** What came after that event; empty if we no longer know, so that the page must be loaded again. */
    Optional<List<LiveChange>> after(String eventId) {
        var dash = eventId.lastIndexOf('-');
        if (dash < 0
                || !eventId.substring(0, dash).equals(boot)
                || !eventId.substring(dash + 1).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long seen = Long.parseLong(eventId.substring(dash + 1));
        long oldest = changes.isEmpty() ? last + 1 : changes.peekFirst().number();
        return seen + 1 < oldest || seen > last
                ? Optional.empty()
                : Optional.of(changes.stream().filter(it -> it.number() > seen).toList());
    }

    /** The id of the newest, so that a browser that has seen none can resume too. */
    String now() {
        return boot + "-" + last;
    }
}
