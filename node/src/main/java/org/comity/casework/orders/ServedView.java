package org.comity.casework.orders;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a request were served, and which can be; or of a thread in which one was, the request in which it was granted.
 *
 * @param reference of the page
 * @param orders that were granted, those that last first, of these the newest first; empty for who cannot serve one
 * @param grantedIn nothing of a request that the reader must not see
 */
public record ServedView(
        String reference,
        ListPage<GrantedOrder> orders,
        List<Way> ways,
        ListPage<Line> served,
        @Nullable RequestRow grantedIn) {

    /** @param id of its row */
    public record GrantedOrder(long id, String number) {}

    /**
     * @param law the procedure in which it is served, as messages name it
     * @param on participants of such a kind
     */
    public record Way(String law, List<Participant> on) {}

    /**
     * @param writing it was not submitted yet
     * @param request null until it was sent
     */
    public record Line(
            String draft, boolean writing, @Nullable RequestRow request, Participant on) {}

    boolean empty() {
        return orders.rows().isEmpty() && served.rows().isEmpty() && grantedIn == null;
    }
}
