package org.comity.casework.requests;

import java.util.Map;
import org.comity.casework.SearchIndex;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Names requests that were listed before subjects were kept by language, once after the start of a newer program. */
@Component
class NamingSubjects {

    private static final Logger log = LoggerFactory.getLogger(NamingSubjects.class);

    private final SubjectRows rows;
    private final RequestRows list;
    private final SearchIndex search;
    private final Threads threads;
    private final RequestSubjects naming;
    private final TransactionTemplate transaction;

    NamingSubjects(
            SubjectRows rows,
            RequestRows list,
            SearchIndex search,
            Threads threads,
            RequestSubjects naming,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.list = list;
        this.search = search;
        this.threads = threads;
        this.naming = naming;
        this.transaction = transaction;
    }

    /** Nobody waits for it: until it is done, such a request reads as it did. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("naming-subjects").start(() -> {
            try {
                nameAll();
            } catch (RuntimeException stopped) {
                log.info("naming of older requests stopped and goes on at the next start: {}", stopped.toString());
            }
        });
    }

    void nameAll() {
        for (var some = rows.unnamed("");
                !some.isEmpty();
                some = rows.unnamed(some.getLast().thread())) {
            some.forEach(this::nameIfPossible);
        }
    }

    /** One that cannot be named stops none of the others. */
    private void nameIfPossible(RequestRow row) {
        try {
            transaction.executeWithoutResult(status -> name(row));
        } catch (RuntimeException e) {
            log.warn("request {} could not be named, and is tried at the next start: {}", row.thread(), e.toString());
        }
    }

    private void name(RequestRow row) {
        var body = threads.opening(row.thread()).map(Threads.KeptAct::body).orElse(Map.of());
        rows.name(row.thread(), body.isEmpty() ? Map.of() : naming.of(row.procedure(), body));
        list.ofThread(row.thread()).ifPresent(search::listed);
    }
}
