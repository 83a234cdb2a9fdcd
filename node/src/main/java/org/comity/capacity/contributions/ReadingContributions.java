package org.comity.capacity.contributions;

import java.util.List;
import java.util.stream.Stream;
import org.comity.capacity.CapacityList;
import org.comity.capacity.SaidThread;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads contributions, ours and those that come to us, from their threads. */
@Component
class ReadingContributions implements ContributionsHere {

    private static final int MOST = 500;

    private final Requests requests;
    private final Threads threads;
    private final String procedure = CapacityList.of("contributions");

    ReadingContributions(Requests requests, Threads threads) {
        this.requests = requests;
        this.threads = threads;
    }

    @Override
    public List<Contribution> received(String reader) {
        return of(Role.REQUESTED, reader);
    }

    /** Newest first on each side: what we give, then what we receive. */
    List<Contribution> all(String reader) {
        return Stream.concat(of(Role.REQUESTING, reader).stream(), received(reader).stream())
                .toList();
    }

    boolean is(RequestRow row) {
        return row.law().equals(procedure);
    }

    List<Contribution> of(List<RequestRow> rows) {
        return SaidThread.of(threads, rows).stream().map(Contribution::new).toList();
    }

    private List<Contribution> of(Role role, String reader) {
        return of(requests.ofLaw(procedure, role, reader, MOST));
    }
}
