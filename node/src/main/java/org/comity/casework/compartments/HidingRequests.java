package org.comity.casework.compartments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.OrdersServed;
import org.comity.exchange.ClosedThreads;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.form.FieldBroken;
import org.comity.ui.OncePerPage;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says what a reader must not see. */
@Component
class HidingRequests implements Compartments, ClosedThreads {

    private final CompartmentRows rows;
    private final OrdersServed served;

    HidingRequests(CompartmentRows rows, OrdersServed served) {
        this.rows = rows;
        this.served = served;
    }

    @Override
    public Set<String> hiddenFrom(String reader) {
        return OncePerPage.ask("casework.hidden " + reader, () -> Set.copyOf(rows.hiddenFrom(reader)));
    }

    @Override
    public Predicate<String> readers(Collection<String> threads) {
        var closed = threads.isEmpty() ? Map.<String, Set<String>>of() : rows.named(threads);
        return reader -> closed.values().stream().allMatch(it -> it.contains(reader));
    }

    @Override
    public List<String> seenWith(Collection<String> threads, String other) {
        if (threads.isEmpty()) return List.of();
        var named = rows.named(Stream.concat(threads.stream(), Stream.of(other)).toList());
        var others = named.get(other);
        return threads.stream()
                .filter(it -> {
                    var readers = named.get(it);
                    return readers == null || others != null && readers.containsAll(others);
                })
                .toList();
    }

    @Override
    public int closed() {
        return rows.closed();
    }

    @Override
    public boolean hides(Draft draft, Official by) {
        return written(List.of(draft), Function.identity(), by.id()).isEmpty();
    }

    @Override
    public void mustKnow(Draft draft, Official by) {
        if (hides(draft, by)) {
            throw new FieldBroken(draft.law(), "unknown", Link.FACT);
        }
    }

    @Override
    public <T> List<T> written(Collection<T> all, Function<T, Draft> draft, String reader) {
        var hidden = all.isEmpty() ? Set.<String>of() : hiddenFrom(reader);
        if (hidden.isEmpty()) return List.copyOf(all);
        var granted =
                served.requests(all.stream().map(it -> draft.apply(it).id()).toList());
        return all.stream()
                .filter(it -> !hides(draft.apply(it), hidden, granted))
                .toList();
    }

    /**
     * A request that follows a closed one says what that one said, before it is a request itself; so does an order that was
     * granted in one.
     */
    private static boolean hides(Draft draft, Set<String> hidden, Map<String, String> granted) {
        var thread = draft.thread();
        if (thread != null && hidden.contains(thread)) return true;
        var request = granted.get(draft.id());
        if (request != null && hidden.contains(request)) return true;
        return Link.read(draft.facts().getOrDefault(Link.FACT, ""))
                .filter(it -> hidden.stream().anyMatch(it::leadsTo))
                .isPresent();
    }
}
