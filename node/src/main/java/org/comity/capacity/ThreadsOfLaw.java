package org.comity.capacity;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;

/**
 * Reads the threads of one procedure with what was said in them, many at a look.
 *
 * @param law the procedure as the law data name it
 * @param most of one look and one role
 */
public record ThreadsOfLaw(Requests requests, Threads threads, String law, int most) {

    /** Newest first; those in which nothing has effect yet are not there. */
    public List<SaidThread> of(Role role, String reader) {
        return of(requests.ofLaw(law, role, reader, most));
    }

    /** In the order of the rows. */
    public List<SaidThread> of(List<RequestRow> rows) {
        return SaidThread.of(threads, rows);
    }

    public boolean has(RequestRow row) {
        return row.law().equals(law);
    }
}
