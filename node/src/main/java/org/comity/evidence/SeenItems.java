package org.comity.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Items as an official may see them. */
public interface SeenItems {

    /** The item, if there is one that this official may see; else the error that says no more than that. */
    Item item(UUID id, Official by);

    /** The case that it belongs to, if it belongs to one that this official may see. */
    Optional<Case> caseOf(Item item, Official by);

    /** Threads of requests that are closed to this official; a page leaves out what belongs to them. */
    Set<String> hidden(Official by);

    /** Threads of requests that are closed to all but named officers: of them nothing is told where it is not known who reads. */
    Set<String> closed();

    /** From whom none of these threads is hidden: asked once for any number of officials. */
    Predicate<Official> seeing(Collection<String> threads);

    /** The use limits that bind us in what came of these threads, for every page that shows something of it. */
    List<Limit> limits(Collection<@Nullable String> threads, Official by);

    default List<Limit> limits(Item item, Official by) {
        return limits(Collections.singleton(item.thread()), by);
    }
}
