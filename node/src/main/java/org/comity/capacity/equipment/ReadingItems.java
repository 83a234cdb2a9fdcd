package org.comity.capacity.equipment;

import java.util.List;
import java.util.stream.Stream;
import org.comity.capacity.CapacityList;
import org.comity.capacity.SaidThread;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads equipment that was given, ours and theirs, from the threads that tell of it. */
@Component
class ReadingItems {

    /** So many days after it looked last, a side looks again. */
    static final int CHECK_DAYS = Integer.parseInt(CapacityList.of("check-days"));

    private static final int MOST = 500;

    private final Requests requests;
    private final Threads threads;
    private final String procedure = CapacityList.of("items");

    ReadingItems(Requests requests, Threads threads) {
        this.requests = requests;
        this.threads = threads;
    }

    /** What we gave, then what we use; newest first in each. */
    List<GivenItem> all(String reader) {
        return Stream.of(Role.REQUESTING, Role.REQUESTED)
                .flatMap(it -> of(requests.ofLaw(procedure, it, reader, MOST)).stream())
                .toList();
    }

    boolean is(RequestRow row) {
        return row.law().equals(procedure);
    }

    List<GivenItem> of(List<RequestRow> rows) {
        return SaidThread.of(threads, rows).stream().map(GivenItem::new).toList();
    }
}
