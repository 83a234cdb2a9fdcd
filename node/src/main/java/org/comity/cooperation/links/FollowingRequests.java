package org.comity.cooperation.links;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.cooperation.AwaitedDecisions;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** The requests that follow another, and for which it is held. */
@Component
class FollowingRequests implements AwaitedDecisions {

    private final FollowsRows rows;
    private final Requests requests;
    private final Threads threads;

    FollowingRequests(FollowsRows rows, Requests requests, Threads threads) {
        this.rows = rows;
        this.requests = requests;
        this.threads = threads;
    }

    @Override
    public List<RequestRow> following(String preservation) {
        return requests.ofThreads(rows.following(preservation));
    }

    @Override
    public List<RequestRow> undecided(String preservation) {
        var known = following(preservation);
        var ended = threads.find(known.stream().map(RequestRow::thread).toList()).stream()
                .filter(it -> it.state() != null && it.state().ended())
                .map(Threads.Thread::id)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(it -> !ended.contains(it.thread()) && it.turn() != RequestRow.Turn.NOBODY)
                .toList();
    }

    @Override
    public Optional<String> preservation(String thread) {
        return rows.preservation(thread);
    }
}
