package org.comity.capacity.activities;

import java.util.List;
import org.comity.capacity.ThreadsOfLaw;
import org.comity.procedure.EveryRequest;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps names that activities got before their names were kept, after a start and once for all: no page waits for it. */
@Component
class KeepingPastNames {

    private static final Logger log = LoggerFactory.getLogger(KeepingPastNames.class);

    private final ThreadsOfLaw threads;
    private final ActivityNameRows names;

    KeepingPastNames(Requests requests, Threads threads, ActivityNameRows names) {
        this.threads = new ThreadsOfLaw(requests, threads, FollowUpTime.procedure());
        this.names = names;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("activity-names").start(() -> {
            try {
                all();
            } catch (RuntimeException stopped) {
                log.info("keeping names of older activities goes on at the next start: {}", stopped.toString());
            }
        });
    }

    void all() {
        if (names.pastAreKept()) return;
        for (var role : Role.values()) {
            var rows = EveryRequest.ofLaw(threads.requests(), threads.law(), role, null);
            for (int from = 0; from < rows.size(); from += ThreadsOfLaw.A_PAGE) {
                some(rows.subList(from, Math.min(from + ThreadsOfLaw.A_PAGE, rows.size())));
            }
        }
        names.keptPast();
    }

    /** Of these only acts are read whose thread has no name here. */
    private void some(List<RequestRow> rows) {
        var kept = names.kept(rows.stream().map(RequestRow::thread).toList());
        var unnamed = rows.stream().filter(it -> !kept.contains(it.thread())).toList();
        if (unnamed.isEmpty()) return;
        for (var said : threads.of(unnamed)) {
            var side = new ActivitySide(said);
            var row = side.row();
            if (!side.name().isEmpty()) names.put(row.thread(), row.reference(), side.name());
        }
    }
}
