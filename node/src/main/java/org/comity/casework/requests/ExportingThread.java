package org.comity.casework.requests;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
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
        ThreadBundle.write(
                out,
                new ThreadBundle.Parts(head(thread), entries(thread.id()), acts(thread.id())),
                threads.seats(thread.id()));
    }

    private ThreadBundle.Head head(Threads.Thread thread) {
        return new ThreadBundle.Head(directory.network(), thread.id(), threads.keepers(thread.id()));
    }

    private Iterable<SignedEntry> entries(String thread) {
        return () -> Stream.iterate(
                        threads.entries(thread, 0),
                        page -> !page.isEmpty(),
                        page -> threads.entries(thread, page.getLast().entry().n()))
                .flatMap(List::stream)
                .iterator();
    }

    private Iterable<ThreadBundle.Item> acts(String thread) {
        return () -> threads.everyAct(thread)
                .filter(it -> it.recalled() == null)
                .map(this::item)
                .iterator();
    }

    private ThreadBundle.Item item(KeptAct act) {
        return threads.container(act.id())
                .<ThreadBundle.Item>map(it -> new ThreadBundle.SealedAct(act.id(), it))
                .orElseGet(() -> new ThreadBundle.Remaining(act.envelope()));
    }
}
