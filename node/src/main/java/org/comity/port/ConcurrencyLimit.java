package org.comity.port;

import java.util.HashMap;
import java.util.Map;

/**
 * Bounds how many requests are served at once, of all callers and of each, so that one caller does not take the places of
 * the others. Whoever finds no place waits for nothing and is told so.
 *
 * @param <C> what tells one caller from another, for example an address or a certificate
 */
public final class ConcurrencyLimit<C> {

    private final int ofOne;
    /** Only who is served just now: callers are as many as there are addresses. */
    private final Map<C, Integer> served = new HashMap<>();

    private int free;

    private ConcurrencyLimit(int ofAll, int ofOne) {
        this.free = ofAll;
        this.ofOne = ofOne;
    }

    public static <C> ConcurrencyLimit<C> ofAllAndEach(int all, int each) {
        return new ConcurrencyLimit<>(all, each);
    }

    public static <C> ConcurrencyLimit<C> ofEach(int each) {
        return new ConcurrencyLimit<>(Integer.MAX_VALUE, each);
    }

    /** Close it once, when the request is over. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** No place is free now: of this caller, or of all together. */
    public static final class Full extends Exception {

        private final boolean ofOne;

        private Full(boolean ofOne) {
            // Refusing costs less than serving: no stack is written down.
            super(ofOne ? "too many of one caller" : "too many of all callers", null, false, false);
            this.ofOne = ofOne;
        }

        /** This caller has as many as one may have; else all together have. */
        public boolean ofOne() {
            return ofOne;
        }
    }

    public synchronized Turn take(C caller) throws Full {
        int own = served.getOrDefault(caller, 0);
        if (own >= ofOne) throw new Full(true);
        if (free == 0) throw new Full(false);
        free--;
        served.put(caller, own + 1);
        return () -> end(caller);
    }

    /** For a caller that stands for many, as a proxy does: it has what all together have. */
    public synchronized Turn takeForMany() throws Full {
        if (free == 0) throw new Full(false);
        free--;
        return this::end;
    }

    private synchronized void end() {
        free++;
    }

    private synchronized void end(C caller) {
        end();
        served.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
    }

    /** How many callers are remembered. */
    synchronized int callers() {
        return served.size();
    }
}
