package org.comity.casework.orders;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comity.directory.Participant;
import org.comity.directory.ProviderNote;
import org.comity.procedure.AnswerToOrder.Held;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.ServingOrders.Deletion;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a request were served, and which can be; or of a thread in which one was, the request in which it was granted.
 *
 * @param reference of the page
 * @param orders that were granted, those that last first, of these the newest first; empty for who cannot serve one
 * @param left null where none is
 * @param notes what is known of those on whom one can be served, by id
 * @param grantedIn nothing of a request that the reader must not see
 */
public record ServedView(
        String reference,
        ListPage<GrantedOrder> orders,
        List<Way> ways,
        ListPage<Line> served,
        @Nullable RequestRow grantedIn,
        @Nullable Left left,
        Map<String, List<ProviderNote>> notes) {

    /** Why orders that were served and have not ended need a look: the request has ended, or is closed to named officers. */
    public enum Left {
        ENDED,
        CLOSED
    }

    /** @param id of its row */
    public record GrantedOrder(long id, String number) {}

    /**
     * @param law the procedure in which it is served, as messages name it
     * @param on participants of such a kind
     */
    public record Way(String law, List<Participant> on) {}

    /**
     * @param writing it was not submitted yet
     * @param sent null until it was
     */
    public record Line(
            String draft,
            boolean writing,
            Participant on,
            @Nullable Sent sent) {

        boolean is(Predicate<Sent> what) {
            return sent != null && what.test(sent);
        }
    }

    /**
     * @param left it has not ended, and {@link ServedView#left} says why that needs a look
     * @param received the provider said so, or answered
     * @param answers how many things were answered so, of those that were answered at all
     * @param deletion whether it was said that the data are deleted; null where it is not to be said
     */
    public record Sent(
            RequestRow order,
            boolean left,
            How how,
            boolean received,
            Map<Held, Long> answers,
            @Nullable Deletion deletion) {

        /** It is still to be said, and we write down what this provider says. */
        public boolean deletionToRecord() {
            return deletion != null && deletion.said() == null && how == How.LETTER;
        }

        public boolean next() {
            return order.toPost() || deletionToRecord() || order.turn() == Turn.OURS && order.next() != null;
        }
    }

    /** The way in which an order reaches a provider. */
    public enum How {
        NODE,
        SEAT,
        LETTER
    }

    /** With whose accounts the next begins, if nobody chooses: of one order, with those of the last that was served, where its provider named another. */
    public String likeFirst() {
        if (orders.rows().size() != 1 || orders.more()) return "";
        return served.rows().stream()
                .limit(1)
                .filter(it -> it.is(sent -> sent.answers().containsKey(Held.ELSEWHERE)))
                .map(Line::draft)
                .findFirst()
                .orElse("");
    }

    public boolean anySent() {
        return any(_ -> true);
    }

    public boolean anyReceived() {
        return any(Sent::received);
    }

    public boolean anyEnd() {
        return any(it -> it.order().until() != null);
    }

    public boolean anyNext() {
        return any(Sent::next);
    }

    private boolean any(Predicate<Sent> what) {
        return served.rows().stream().anyMatch(it -> it.is(what));
    }

    boolean empty() {
        return orders.rows().isEmpty() && served.rows().isEmpty() && grantedIn == null;
    }
}
