package org.comity.thread.register;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/**
 * The acts of a thread, however many, a page of them in memory at a time: those with an entry in order of n, then those
 * without, oldest first. One that gets its entry meanwhile comes once all the same.
 */
final class EveryAct implements Iterator<KeptAct> {

    private final ActRows acts;
    private final String thread;

    /** Those with an entry come first. */
    private boolean registered;

    private long n;
    private Instant kept = Instant.EPOCH;
    private String id = "";
    private boolean more = true;
    private Iterator<KeptAct> page = Collections.emptyIterator();

    private EveryAct(ActRows acts, String thread, boolean registered, long n) {
        this.acts = acts;
        this.thread = thread;
        this.registered = registered;
        this.n = n;
    }

    static Stream<KeptAct> of(ActRows acts, String thread) {
        return stream(new EveryAct(acts, thread, true, 0));
    }

    static Stream<KeptAct> withoutEntry(ActRows acts, String thread) {
        return stream(new EveryAct(acts, thread, false, Long.MAX_VALUE));
    }

    private static Stream<KeptAct> stream(EveryAct all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && more) {
            page = read().iterator();
        }
        return page.hasNext();
    }

    private List<KeptAct> read() {
        var read = registered ? acts.entered(thread, n) : acts.unregistered(thread, n, kept, id);
        if (!read.isEmpty()) {
            var last = read.getLast();
            if (registered) {
                n = Objects.requireNonNull(last.n());
            } else {
                kept = last.keptAt();
                id = last.id();
            }
        }
        boolean whole = read.size() == Threads.MOST;
        more = registered || whole;
        registered = registered && whole;
        return read;
    }

    @Override
    public KeptAct next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
