package org.comity.thread;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers whose times run backwards, because their keeper's clock was set back; their order is their numbers'. */
public interface RegisterTimes {

    /** Of the last thirty days, at most 20 keepers. */
    List<Keeper> backwards();

    /** @param id null: our own registers; {@code most} the largest step back */
    record Keeper(@Nullable String id, long entries, Duration most) {}
}
