package org.comity.casework;

import java.util.List;
import java.util.Optional;
import org.comity.procedure.RequestRow;

/** What is preserved is held until the request that follows it is decided, Art. 42(8); as far as this node knows that request. */
public interface AwaitedDecisions {

    /** Requests that follow this preservation and for which it is held; none where they came by another channel. */
    List<RequestRow> following(String preservation);

    /** Those of them in which something may still follow: neither ended nor recalled, and no dispute of theirs was settled. */
    List<RequestRow> undecided(String preservation);

    /** Their references, those that are closed to nobody: whoever reads may not know of the others. */
    List<String> named(List<RequestRow> of);

    /** Thread of the preservation that the request in this thread follows. */
    Optional<String> preservation(String thread);
}
