package org.comity.casework.checkwords;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.vocabulary.CallerOrigin;

/** Makes guessing cost: after five wrong tries an address waits a minute, and after sixty in a minute everybody does. */
final class WrongTries {

    static final int OF_ONE = 5;
    static final int OF_ALL = 60;
    static final Duration WAIT = Duration.ofMinutes(1);

    private static final int MOST_CALLERS = 10_000;

    private final Map<CallerOrigin, Tries> callers = new LinkedHashMap<>();
    private Tries all = new Tries(0, Instant.MIN);

    /** @param from of one that is waited for: the last; of those of everybody the first */
    private record Tries(int wrong, Instant from) {
        boolean full(int most, Instant now) {
            return wrong >= most && now.isBefore(from.plus(WAIT));
        }
    }

    /** Counts a try as wrong before it is made, so that many at once gain nothing; false while one has to wait. */
    synchronized boolean begin(CallerOrigin caller, Instant now) {
        // A proxy that does not say for whom it asks stands for many.
        var own = caller.isThisMachine() ? null : callers.getOrDefault(caller, new Tries(0, now));
        if (all.full(OF_ALL, now) || own != null && own.full(OF_ONE, now)) return false;
        all = now.isBefore(end(all)) ? new Tries(all.wrong() + 1, all.from()) : new Tries(1, now);
        if (own != null) {
            callers.remove(caller);
            callers.put(caller, new Tries(own.wrong() >= OF_ONE ? 1 : own.wrong() + 1, now));
            if (callers.size() > MOST_CALLERS)
                callers.remove(callers.keySet().iterator().next());
        }
        return true;
    }

    private static Instant end(Tries tries) {
        return tries.wrong() == 0 ? Instant.MIN : tries.from().plus(WAIT);
    }

    /** It was right after all: its own count alone is taken back. */
    synchronized void right(CallerOrigin caller) {
        all = new Tries(Math.max(0, all.wrong() - 1), all.from());
        callers.computeIfPresent(caller, (_, own) -> own.wrong() <= 1 ? null : new Tries(own.wrong() - 1, own.from()));
    }
}
