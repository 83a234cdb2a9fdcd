package org.comity.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Items as an official may see them. */
public interface SeenItems {

    /** The item, if there is one that this official may see; else the error that says no more than that. */
    Item item(UUID id, Official by);

    /** Belongs to a request that is closed to this official; a page leaves it out. */
    boolean hides(@Nullable String thread, Official by);

    /** The use limits that bind us in what came of these threads, for every page that shows something of it. */
    List<Limit> limits(Collection<@Nullable String> threads, Official by);

    default List<Limit> limits(Item item, Official by) {
        return limits(Collections.singleton(item.thread()), by);
    }
}
