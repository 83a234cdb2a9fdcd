package org.comity.cooperation.requests;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.proof.SignedEntry;
import org.comity.proof.ThreadBundle;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Takes a whole thread away, so that anybody can check it without a node: what was exchanged, nothing domestic. */
@Component
class ExportingThread {

    private final Threads threads;
    private final Directory directory;
    private final Ledger ledger;

    ExportingThread(Threads threads, Directory directory, Ledger ledger) {
        this.threads = threads;
        this.directory = directory;
        this.ledger = ledger;
    }

    /** Writes a {@link ThreadBundle}, page by page: neither memory nor a transaction is held while a slow line takes it. */
    void export(RequestRow row, Official by, OutputStream out) throws IOException {
        ledger.record(by, "thread.exported", row.thread(), Map.of("reference", row.reference()));
        var thread = threads.find(row.thread()).orElseThrow(() -> new ListingRequests.Unknown(row.reference()));
        ThreadBundle.write(out, head(thread), entries(thread.id()), acts(thread.id()));
    }

    private ThreadBundle.Head head(Threads.Thread thread) {
        var keeper = thread.weKeep() ? directory.self() : directory.get(thread.counterpart());
        X509Certificate register = Objects.requireNonNull(keeper.node(), "a keeper has a node").register();
        return new ThreadBundle.Head(directory.network(), thread.id(), keeper.id(), register);
    }

    private Iterable<SignedEntry> entries(String thread) {
        return paged(after -> threads.entries(thread, after), it -> it.entry().n());
    }

    private Iterable<ThreadBundle.Item> acts(String thread) {
        return () -> stream(paged(after -> threads.acts(thread, after), KeptAct::n))
                .filter(it -> it.recalled() == null)
                .map(this::item)
                .iterator();
    }

    private ThreadBundle.Item item(KeptAct act) {
        return threads.container(act.id())
                .<ThreadBundle.Item>map(it -> new ThreadBundle.SealedAct(act.id(), it))
                .orElseGet(() -> new ThreadBundle.Remaining(act.envelope()));
    }

    /** Pages until one is empty, or ends with what has no number: the unregistered come last. */
    private static <T> Iterable<T> paged(Function<Long, List<T>> page, Function<T, Long> number) {
        return () -> Stream.iterate(
                        page.apply(0L),
                        it -> !it.isEmpty(),
                        it -> number.apply(it.getLast()) == null ? List.of() : page.apply(number.apply(it.getLast())))
                .flatMap(List::stream)
                .iterator();
    }

    private static <T> Stream<T> stream(Iterable<T> all) {
        Iterator<T> each = all.iterator();
        return Stream.generate(() -> each).takeWhile(Iterator::hasNext).map(Iterator::next);
    }
}
