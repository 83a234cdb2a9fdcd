package org.comity.capacity.contributions;

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

/** Reads contributions, ours and those that come to us, from their threads. */
@Component
class ReadingContributions implements ContributionsHere {

    private final ThreadsOfLaw threads;

    ReadingContributions(Requests requests, Threads threads) {
        this.threads = new ThreadsOfLaw(requests, threads, CapacityList.of("contributions"));
    }

    @Override
    public List<Contribution> received(String reader) {
        return of(threads.every(Role.REQUESTED, reader));
    }

    /** A page of both sides, or of one; newest first. */
    PageOfThreads page(@Nullable Role role, String reader, @Nullable String after, int limit) {
        return threads.page(role, reader, after, limit);
    }

    /** Empty for a thread that tells of something else. */
    Optional<Contribution> of(RequestRow row) {
        return threads.has(row) ? of(threads.of(List.of(row))).stream().findFirst() : Optional.empty();
    }

    private static List<Contribution> of(List<ThreadWithActs> said) {
        return said.stream().map(Contribution::new).toList();
    }
}
