package org.comity.launch;

import java.time.Duration;

/**
 * Decides how long a process may take to start: a slow machine is told apart from a broken process by its log, which grows
 * on the one and stands still, or never ends, on the other.
 */
final class StartPatience {

    /** So long a log may stand still. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    /** So long it may grow without a page being there: whatever is tried again and again fills a log, too. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    private Duration told = Duration.ZERO;
    private Duration grew = Duration.ZERO;
    private long length;

    /** What to do next: to wait, to say first that it is still waited for, or to give up. */
    enum Next {
        WAIT,
        TELL,
        SILENT,
        TOO_LONG
    }

    /**
     * @param since the process was started, never less than before
     * @param logged bytes of its log now
     */
    Next look(Duration since, long logged) {
        if (logged != length) {
            length = logged;
            grew = since;
        }
        if (since.minus(grew).compareTo(SILENCE) >= 0) return Next.SILENT;
        if (since.compareTo(LONGEST) >= 0) return Next.TOO_LONG;
        if (since.minus(told).compareTo(TELL_EVERY) < 0) return Next.WAIT;
        told = since;
        return Next.TELL;
    }
}
