package org.comity.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;

/** Reads the acts of many requests, as many threads at a look as {@link Threads} takes. */
public final class ActsOfThreads {

    private ActsOfThreads() {}

    /** Those that had effect, in their order, by the id of their thread; a thread without any is not there. */
    public static Map<String, List<KeptAct>> effective(Threads threads, Collection<RequestRow> rows) {
        Map<String, List<KeptAct>> acts = new HashMap<>();
        for (var some : looks(rows)) {
            for (var act : threads.effective(some)) {
                acts.computeIfAbsent(act.thread(), it -> new ArrayList<>()).add(act);
            }
        }
        return acts;
    }

    /** Ids of threads, {@link Threads#MOST} in each. */
    public static List<List<String>> looks(Collection<RequestRow> rows) {
        return rows.stream()
                .map(RequestRow::thread)
                .gather(Gatherers.windowFixed(Threads.MOST))
                .toList();
    }
}
