package org.comity.casework.search;

import java.util.List;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Line;
import org.comity.casework.Search.Kind;
import org.comity.casework.WorkingMessages;
import org.comity.evidence.ItemsOfThread;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in requests that were listed before there was a search, once after the start of a newer program. */
@Component
class IndexingPast {

    private static final Logger log = LoggerFactory.getLogger(IndexingPast.class);

    private final SearchRows rows;
    private final IndexWriting index;
    private final Requests requests;
    private final Threads threads;
    private final WorkingMessages messages;
    private final DomesticFile file;
    private final ItemsOfThread items;
    private final TransactionTemplate transaction;

    IndexingPast(
            SearchRows rows,
            IndexWriting index,
            Requests requests,
            Threads threads,
            WorkingMessages messages,
            DomesticFile file,
            ItemsOfThread items,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.index = index;
        this.requests = requests;
        this.threads = threads;
        this.messages = messages;
        this.file = file;
        this.items = items;
        this.transaction = transaction;
    }

    /** Nobody waits for it: until it is done, such a request is not found. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("search-past").start(() -> {
            try {
                all();
            } catch (RuntimeException stopped) {
                log.info(
                        "taking older requests into the search stopped and goes on at the next start: {}",
                        stopped.toString());
            }
        });
    }

    /** One that fails stays as it is until the next start, and those after it are taken in. */
    void all() {
        var last = "";
        for (var some = rows.notSearchable(last); !some.isEmpty(); some = rows.notSearchable(last)) {
            some.forEach(this::taken);
            last = some.getLast();
        }
    }

    private void taken(String thread) {
        try {
            transaction.executeWithoutResult(status -> take(thread));
        } catch (RuntimeException e) {
            log.error(
                    "{} could not be taken into the search, and is tried again at the next start: {}",
                    thread,
                    Indexing.fault(e));
        }
    }

    private void take(String thread) {
        requests.ofThread(thread).ifPresent(index::listed);
        try (var acts = threads.everyAct(thread)) {
            acts.filter(KeptAct::bodyKept)
                    .forEach(it -> index.act(
                            it.envelope(),
                            it.body(),
                            it.containerHash(),
                            it.envelope().time()));
        }
        messages.every(
                thread,
                it -> index.said(thread, Kind.MESSAGE, it.from() + "/" + it.time(), it.time(), it.text(), List.of()));
        file.every(
                thread,
                it -> index.said(
                        thread,
                        Kind.DOMESTIC,
                        Long.toString(it.id()),
                        it.time(),
                        it.number() + " " + it.text(),
                        scan(it)));
        items.every(thread, it -> index.item(thread, it));
        rows.searchable(thread);
    }

    private static List<String> scan(Line line) {
        var name = line.scan();
        return name == null ? List.of() : List.of(name);
    }
}
