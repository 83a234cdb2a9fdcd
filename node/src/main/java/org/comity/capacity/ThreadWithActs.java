package org.comity.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.ActsOfThreads;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.thread.Threads;

/**
 * Holds a thread together with what was said in it.
 *
 * @param acts that had effect, in their order; the opening one first
 */
public record ThreadWithActs(RequestRow row, List<ActContent> acts) {

    public ThreadWithActs {
        acts = List.copyOf(acts);
    }

    /** In the order of the rows; those in which nothing has effect yet are not there. */
    public static List<ThreadWithActs> of(Threads threads, Collection<RequestRow> rows) {
        var said = ActsOfThreads.effective(threads, rows);
        return rows.stream()
                .filter(it -> said.containsKey(it.thread()))
                .map(it -> new ThreadWithActs(
                        it,
                        said.getOrDefault(it.thread(), List.of()).stream()
                                .map(ActContent::of)
                                .toList()))
                .toList();
    }

    public ActContent opening() {
        return acts.getFirst();
    }

    public Stream<ActContent> all(String type) {
        return acts.stream().filter(it -> it.type().equals(type));
    }

    public Optional<ActContent> last(String type) {
        return all(type).reduce((_, later) -> later);
    }
}
