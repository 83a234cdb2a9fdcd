package org.comity.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds some of the threads of a procedure, and where the next ones begin.
 *
 * @param cursor of the next page; null at the end
 */
public record PageOfThreads(
        List<ThreadWithActs> threads, @Nullable String cursor) {

    public PageOfThreads {
        threads = List.copyOf(threads);
    }
}
