package org.comity.thread.register;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Writes a thread for whoever checks it without a node, one page of it in memory at a time. */
@Component
class WritingExport {

    private static final Predicate<KeptAct> ANY = _ -> true;
    private static final Predicate<KeptAct> REGISTERED = it -> it.n() != null;

    private final ThreadRows threads;
    private final ActRows acts;
    private final EntryRows entries;
    private final Directory directory;
    private final KeeperKeys keys;

    WritingExport(ThreadRows threads, ActRows acts, EntryRows entries, Directory directory, KeeperKeys keys) {
        this.keys = keys;
        this.threads = threads;
        this.acts = acts;
        this.entries = entries;
        this.directory = directory;
    }

    /** What is read of it is read when it is written. */
    ThreadBundle.Parts parts(String id) {
        return parts(id, ANY);
    }

    ThreadBundle.Parts registeredParts(String id) {
        return parts(id, REGISTERED);
    }

    private ThreadBundle.Parts parts(String id, Predicate<KeptAct> which) {
        var thread = threads.find(id).orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
        return new ThreadBundle.Parts(
                new ThreadBundle.Head(directory.network(), id, keepers(thread)),
                registered(thread),
                () -> items(thread, which));
    }

    /** Who signed which entries, as the head of an export says it. */
    List<ThreadBundle.Keeper> keepers(String id) {
        return keepers(threads.find(id).orElseThrow(() -> new Refused("unknown-thread", "no such thread")));
    }

    private List<ThreadBundle.Keeper> keepers(ThreadRow thread) {
        return keys.keepers(keys.keeper(thread), registered(thread));
    }

    private Iterable<SignedEntry> registered(ThreadRow thread) {
        return () -> new Paged<>(
                after -> entries.after(thread.id(), after), it -> it.entry().n());
    }

    /**
     * The acts in order of registration, then those that have no entry yet; what was recalled was never said. An act that is
     * registered meanwhile stands in the first part.
     */
    private Iterator<ThreadBundle.Item> items(ThreadRow thread, Predicate<KeptAct> which) {
        return EveryAct.of(acts, thread.id())
                .filter(it -> it.recalled() == null && which.test(it))
                .map(this::item)
                .iterator();
    }

    /** The threads in which the keys of those who spoke from a seat were given, confirmed and ended (R77). */
    Iterable<ThreadBundle.Parts> seats(String thread) {
        return () -> seatThreads(thread, ANY).map(this::parts).iterator();
    }

    Iterable<ThreadBundle.Parts> registeredSeats(String thread) {
        return () -> seatThreads(thread, REGISTERED).map(this::registeredParts).iterator();
    }

    private Stream<String> seatThreads(String thread, Predicate<KeptAct> which) {
        return EveryAct.of(acts, thread)
                .filter(which)
                .filter(it -> SeatProof.asked(it.envelope()))
                .flatMap(it -> acts.container(it.id(), true).stream())
                .flatMap(it -> Objects.requireNonNull(Container.read(it).seat()).given().stream())
                .map(it -> it.envelope().thread())
                .filter(it -> !it.equals(thread))
                .distinct()
                .filter(it -> threads.find(it).isPresent());
    }

    private ThreadBundle.Item item(KeptAct act) {
        return acts.container(act.id(), true)
                .<ThreadBundle.Item>map(it -> new ThreadBundle.SealedAct(act.id(), it))
                .orElseGet(() -> new ThreadBundle.Remaining(act.envelope()));
    }

    /** What a keyset query gives, page after page. */
    private static final class Paged<T> implements Iterator<T> {

        private final LongFunction<List<T>> pageAfter;
        private final ToLongFunction<T> key;
        private Iterator<T> page = List.<T>of().iterator();
        private long last;
        private boolean finished;

        Paged(LongFunction<List<T>> pageAfter, ToLongFunction<T> key) {
            this.pageAfter = pageAfter;
            this.key = key;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !finished) {
                page = pageAfter.apply(last).iterator();
                finished = !page.hasNext();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var next = page.next();
            last = key.applyAsLong(next);
            return next;
        }
    }
}
