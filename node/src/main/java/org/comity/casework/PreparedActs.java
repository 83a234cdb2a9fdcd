package org.comity.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/** Acts that the program has filled in, since it alone knows what they say; the State decides and an officer approves. */
public interface PreparedActs {

    /**
     * Oldest first, at most 20.
     *
     * @param hidden threads that are left out
     */
    Waiting waiting(Set<String> hidden);

    /** @param more wait than these */
    record Waiting(List<Prepared> acts, boolean more) {

        public static final Waiting NONE = new Waiting(List.of(), false);
    }

    /** The type of what waits in each of these threads; where several wait, of the oldest. */
    Map<String, String> first(Collection<String> threads);

    /** The types of what waits in this thread, oldest first, at most 20. */
    List<String> types(String thread);

    /** Of one act that ours would speak of. */
    Optional<Prepared> about(String act);

    /** What we do next: what our node {@link #first} found and filled in goes before what the state alone would say; null if nothing. */
    static @Nullable String next(RequestRow request, Map<String, String> first) {
        var filledIn = first.get(request.thread());
        return filledIn == null ? request.next() : filledIn;
    }

    /**
     * @param about the act that it speaks of
     * @param law the procedure as the law data and the messages name it
     * @param draft made of it already, or null
     */
    record Prepared(
            String thread,
            String reference,
            String about,
            String law,
            String type,
            Instant at,
            @Nullable Written draft) {}

    /** A draft that was made of it and did not leave yet. */
    record Written(String id, Draft.Status status) {}
}
