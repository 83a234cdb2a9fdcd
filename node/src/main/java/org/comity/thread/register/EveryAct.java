package org.comity.thread.register;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;

/**
 * The acts of a thread, however many, a page of them in memory at a time: those with an entry in order of n, then those
 * without, oldest first. One that gets its entry meanwhile comes once all the same.
 */
final class EveryAct implements Iterator<KeptAct> {

    private final ActRows acts;
    private final String thread;
    private long lastN;
    private boolean withoutEntry;
    private @Nullable KeptAct last;
    private Iterator<KeptAct> page;

    private EveryAct(ActRows acts, String thread, long after) {
        this.acts = acts;
        this.thread = thread;
        this.lastN = after;
        this.page = acts.of(thread, after).iterator();
    }

    static Stream<KeptAct> of(ActRows acts, String thread) {
        return stream(new EveryAct(acts, thread, 0));
    }

    static Stream<KeptAct> withoutEntry(ActRows acts, String thread) {
        return stream(new EveryAct(acts, thread, Long.MAX_VALUE));
    }

    private static Stream<KeptAct> stream(EveryAct all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && last != null) {
            page = next(last).iterator();
            last = null;
        }
        return page.hasNext();
    }

    private List<KeptAct> next(KeptAct end) {
        withoutEntry |= end.n() == null;
        return withoutEntry ? acts.of(thread, lastN, end) : acts.of(thread, lastN);
    }

    @Override
    public KeptAct next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var act = page.next();
        if (!withoutEntry && act.n() != null) {
            lastN = act.n();
        }
        last = act;
        return act;
    }
}
