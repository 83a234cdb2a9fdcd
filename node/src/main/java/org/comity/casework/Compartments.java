package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Knows which requests are closed to all but named officers. Whoever is not named sees no trace of one: no row, no page, no
 * count; an administrator learns how many there are, and nothing else.
 */
public interface Compartments {

    /** Reads as somebody who is named nowhere: what every officer who reads requests may see. */
    String ANYBODY = "";

    /** The threads that this reader must not see, by the id of the official; nearly always none. */
    Set<String> hiddenFrom(String reader);

    /** How many requests are closed. */
    int closed();

    default boolean hides(@Nullable String thread, Official by) {
        return thread != null && hiddenFrom(by.id()).contains(thread);
    }

    /** What is being written, too, and begins a request that follows a closed one. */
    boolean hides(Draft draft, Official by);

    /**
     * Whoever begins a request that follows a closed one follows one that they do not know.
     *
     * @throws org.comity.vocabulary.RuleBroken as where there is no such request
     */
    void mustKnow(Draft draft, Official by);

    /** Who may see all of these, by the id of the official: asked once for any number of readers. */
    Predicate<String> readers(Collection<String> threads);

    /** Those of these threads, in their order, that whoever may see the other one may see, too. */
    default List<String> seenWith(Collection<String> threads, String other) {
        return seen(threads, it -> it, ANYBODY);
    }

    /** Those that this reader may see, in their order. */
    default <T> List<T> seen(Collection<T> all, Function<T, @Nullable String> thread, String reader) {
        var hidden = all.isEmpty() ? Set.<String>of() : hiddenFrom(reader);
        return all.stream()
                .filter(it -> {
                    var of = thread.apply(it);
                    return of == null || !hidden.contains(of);
                })
                .toList();
    }

    /** Drafts that this reader may see, in their order. */
    <T> List<T> written(Collection<T> all, Function<T, Draft> draft, String reader);
}
