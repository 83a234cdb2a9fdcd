package org.comity.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.SaidAct;
import org.comity.thread.Threads;

/**
 * Holds a thread together with what was said in it.
 *
 * @param acts that had effect, in their order; the opening one first
 */
public record SaidThread(RequestRow row, List<SaidAct> acts) {

    public SaidThread {
        acts = List.copyOf(acts);
    }

    /** In the order of the rows; those in which nothing has effect yet are not there. */
    public static List<SaidThread> of(Threads threads, Collection<RequestRow> rows) {
        var said = ActsOfThreads.effective(threads, rows);
        return rows.stream()
                .filter(it -> said.containsKey(it.thread()))
                .map(it -> new SaidThread(
                        it,
                        said.getOrDefault(it.thread(), List.of()).stream()
                                .map(SaidAct::of)
                                .toList()))
                .toList();
    }

    public SaidAct opening() {
        return acts.getFirst();
    }

    public Stream<SaidAct> all(String type) {
        return acts.stream().filter(it -> it.type().equals(type));
    }

    public Optional<SaidAct> last(String type) {
        return all(type).reduce((_, later) -> later);
    }
}
