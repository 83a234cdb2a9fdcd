package org.comity.evidence;

import java.util.UUID;
import org.comity.vocabulary.Official;

/** Items as an official may see them. */
public interface SeenItems {

    /** The item, if there is one that this official may see; else the error that says no more than that. */
    Item item(UUID id, Official by);
}
