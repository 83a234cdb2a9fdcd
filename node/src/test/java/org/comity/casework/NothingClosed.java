package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;

/** A node on which every request is open to all who read requests. */
public final class NothingClosed implements Compartments {

    @Override
    public Set<String> hiddenFrom(String reader) {
        return Set.of();
    }

    @Override
    public Predicate<String> readers(Collection<String> threads) {
        return _ -> true;
    }

    @Override
    public int closed() {
        return 0;
    }

    @Override
    public boolean hides(Draft draft, Official by) {
        return false;
    }

    @Override
    public void mustKnow(Draft draft, Official by) {}

    @Override
    public <T> List<T> written(Collection<T> all, Function<T, Draft> draft, String reader) {
        return List.copyOf(all);
    }
}
