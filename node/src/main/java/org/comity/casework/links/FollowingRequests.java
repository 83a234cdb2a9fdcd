package org.comity.casework.links;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.Compartments;
import org.comity.procedure.Following;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The requests that follow another, and for which it is held; one that only took over its words holds nothing. */
@Component
class FollowingRequests implements AwaitedDecisions {

    private final FollowsRows rows;
    private final Requests requests;
    private final Threads threads;
    private final ObjectProvider<Compartments> compartments;
    private final Set<String> holding;

    // Compartments are asked when needed: they are made of parts that are made with this one.
    FollowingRequests(
            FollowsRows rows,
            Requests requests,
            Threads threads,
            ObjectProvider<Compartments> compartments,
            List<Following> followers) {
        this.compartments = compartments;
        this.rows = rows;
        this.requests = requests;
        this.threads = threads;
        this.holding = followers.stream()
                .filter(it -> !it.holds().isEmpty())
                .map(Following::procedure)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<RequestRow> following(String preservation) {
        return requests.ofThreads(rows.following(preservation)).stream()
                .filter(it -> holding.contains(it.procedure()))
                .toList();
    }

    @Override
    public List<RequestRow> undecided(String preservation) {
        var known = following(preservation);
        var ended = known.stream()
                .map(RequestRow::thread)
                .gather(Gatherers.windowFixed(Threads.MOST))
                .flatMap(it -> threads.find(it).stream())
                .filter(it -> it.state() != null && it.state().ended())
                .map(Threads.Thread::id)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(it -> !ended.contains(it.thread()) && it.turn() != RequestRow.Turn.NOBODY)
                .toList();
    }

    @Override
    public List<String> named(List<RequestRow> of) {
        return compartments.getObject().seen(of, RequestRow::thread, Compartments.ANYBODY).stream()
                .map(RequestRow::reference)
                .toList();
    }

    @Override
    public Optional<String> preservation(String thread) {
        return rows.followed(thread);
    }
}
