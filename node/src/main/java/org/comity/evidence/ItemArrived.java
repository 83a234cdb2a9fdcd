package org.comity.evidence;

import java.util.UUID;
import org.comity.evidence.ItemArrivals.State;
import org.jspecify.annotations.Nullable;

/**
 * An expected item is here whole, and then: matched, or not. Published inside the transaction that records it.
 *
 * @param act that delivered it
 * @param manifest SHA-256
 * @param state {@code WHOLE}, {@code MATCHED}, {@code NOT_MATCHED} or {@code REFUSED}
 */
public record ItemArrived(
        String thread,
        String act,
        String manifest,
        @Nullable UUID item,
        State state) {}
