package org.comity.capacity.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One provider that a State named for its need.
 *
 * @param id in the directory; empty where it has none, or several of this name
 * @param node the program reaches it
 * @param taken when its node took what is shown to it; null where it did not, or this node does not know
 */
public record NamedLine(
        String written, String id, boolean node, @Nullable Instant taken) {}
