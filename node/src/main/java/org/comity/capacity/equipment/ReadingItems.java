package org.comity.capacity.equipment;

import java.util.List;
import java.util.Optional;
import org.comity.capacity.CapacityList;
import org.comity.capacity.PageOfThreads;
import org.comity.capacity.ThreadWithActs;
import org.comity.capacity.ThreadsOfLaw;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads equipment that was given, ours and theirs, from the threads that tell of it. */
@Component
class ReadingItems {

    /** So many days after it looked last, a side looks again. */
    static final int CHECK_DAYS = Integer.parseInt(CapacityList.of("check-days"));

    private final ThreadsOfLaw threads;

    ReadingItems(Requests requests, Threads threads) {
        this.threads = new ThreadsOfLaw(requests, threads, CapacityList.of("items"));
    }

    /** A page of both sides, or of one; newest first. */
    PageOfThreads page(@Nullable Role role, String reader, @Nullable String after, int limit) {
        return threads.page(role, reader, after, limit);
    }

    /** Empty for a thread that tells of something else. */
    Optional<GivenItem> of(RequestRow row) {
        return threads.has(row) ? of(threads.of(List.of(row))).stream().findFirst() : Optional.empty();
    }

    private static List<GivenItem> of(List<ThreadWithActs> said) {
        return said.stream().map(GivenItem::new).toList();
    }
}
