package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/** Acts that the program has filled in, since it alone knows what they say; the State decides and an officer approves. */
public interface PreparedActs {

    /** Oldest first, at most 20. */
    List<Prepared> waiting();

    /** Of one act that ours would speak of. */
    Optional<Prepared> about(String act);

    /** What we do next: what our node found and filled in goes before what the state alone would say; null if nothing. */
    static @Nullable String next(RequestRow request, List<Prepared> prepared) {
        return prepared.stream()
                .filter(it -> it.thread().equals(request.thread()))
                .map(Prepared::type)
                .findFirst()
                .orElse(request.next());
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
            @Nullable Draft draft) {}
}
