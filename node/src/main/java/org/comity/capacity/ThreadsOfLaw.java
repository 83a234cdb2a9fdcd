package org.comity.capacity;

import java.util.Collection;
import java.util.List;
import org.comity.procedure.EveryRequest;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads the threads of one procedure with what was said in them, many at a look.
 *
 * @param law the procedure as the law data name it
 */
public record ThreadsOfLaw(Requests requests, Threads threads, String law) {

    /** As many as a page shows. */
    public static final int A_PAGE = EveryRequest.A_PAGE;

    /**
     * Page after page to the end, newest first: nothing is left out without a word.
     *
     * @param reader null: all, for the program itself
     */
    public List<ThreadWithActs> every(Role role, @Nullable String reader) {
        return of(EveryRequest.ofLaw(requests, law, role, reader));
    }

    /** Those that have this reference, newest first; those in which nothing has effect yet are not there. */
    public List<ThreadWithActs> named(String reference, Role role, String reader) {
        return named(List.of(reference), role, reader);
    }

    /** The same of several references. */
    public List<ThreadWithActs> named(Collection<String> references, Role role, String reader) {
        return of(requests.ofReferences(law, role, references, reader).reversed());
    }

    /**
     * Newest first, at most fifty; those in which nothing has effect yet are not there, so that a page may hold fewer.
     *
     * @param role ours; null: either
     * @param after the cursor of the page before, or null
     */
    public PageOfThreads page(@Nullable Role role, String reader, @Nullable String after, int limit) {
        var asked = new Filter(View.ALL, role, List.of(), null, null, null, null, null, List.of(law), reader);
        var page = requests.list(asked, Order.NEWEST, after, limit);
        return new PageOfThreads(of(page.rows()), page.cursor());
    }

    /** In the order of the rows; a drill is nothing that anybody needs, offers or did. */
    public List<ThreadWithActs> of(List<RequestRow> rows) {
        return ThreadWithActs.of(
                threads, rows.stream().filter(it -> !it.drill()).toList());
    }

    public boolean has(RequestRow row) {
        return row.law().equals(law);
    }
}
