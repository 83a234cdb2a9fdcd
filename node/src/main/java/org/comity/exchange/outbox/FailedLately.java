package org.comity.exchange.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers what failed, each by its name, so that it is tried again after a pause and not at each look: a minute at first, an hour
 * at most. For one thread; a start of the node tries all at once.
 */
final class FailedLately {

    /** Of more than these only the newest pause: the others are tried again, none is forgotten. */
    static final int MOST = 1_000;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Map<String, Pause> failed = new HashMap<>();

    private record Pause(Instant failedAt, Duration length) {

        /** A clock that went back does not make it longer. */
        boolean over(Instant now) {
            return now.isBefore(failedAt) || !now.isBefore(failedAt.plus(length));
        }
    }

    boolean pauses(String what, Instant now) {
        var pause = failed.get(what);
        return pause != null && !pause.over(now);
    }

    void succeeded(String what) {
        failed.remove(what);
    }

    void failed(String what, Instant now) {
        var before = failed.get(what);
        // What is long over was not asked for again: it is mended, or gone.
        failed.values()
                .removeIf(it -> it.failedAt().plus(LONGEST.multipliedBy(2)).isBefore(now));
        if (failed.size() >= MOST) failed.clear();
        var length = before == null ? FIRST : before.length().multipliedBy(2);
        failed.put(what, new Pause(now, length.compareTo(LONGEST) > 0 ? LONGEST : length));
    }
}
