package org.comity.casework;

import java.time.Instant;
import java.util.List;
import org.comity.identity.Approvals;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Shows acts that one officer let leave in an emergency (Art. 2(o)), and takes what a second officer says of them afterwards. Saying that an act was not right does not undo it: it stands in the register, and oversight sees the words.
 */
public interface Confirmations {

    /**
     * Waiting for a second officer, oldest first, at most 50.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     */
    List<Confirmation> awaited(String reader);

    /**
     * The same, page by page.
     *
     * @param after the cursor of the page before, or null; what is no cursor begins at the beginning
     * @param reader by id: those of closed requests are left out, as if they were not there
     */
    Page awaited(@Nullable String after, String reader);

    /** @param cursor of the next page; null at the end */
    record Page(List<Confirmation> confirmations, @Nullable String cursor) {}

    /** What a second officer would not confirm, newest first, 50 of what the reader may see. */
    ListPage<Confirmation> notConfirmed(String reader);

    /** Of a request, oldest first, at most 50. */
    List<Confirmation> ofThread(String thread);

    /** @throws org.comity.vocabulary.RuleBroken {@code confirmation.unknown} */
    Confirmation get(String act);

    boolean mayDecide(Confirmation confirmation, Official by);

    /**
     * The second officer approves the same bytes, afterwards.
     *
     * @throws org.comity.vocabulary.RuleBroken if it is decided already, or not this official's to decide
     */
    Confirmation confirm(String act, Approvals.Proof proof, Official by);

    /** @param words why not; 1 to 2,000 characters */
    Confirmation doNotConfirm(String act, String words, Official by);

    /**
     * @param goneAhead official who let it leave
     * @param second official who decided, or null
     * @param words why it was not confirmed; empty otherwise
     */
    // More than twelve: the row of a confirmation, with what its page says of it.
    record Confirmation(
            String act,
            String draft,
            String thread,
            String reference,
            String procedure,
            String type,
            String submittedBy,
            String goneAhead,
            Instant at,
            Outcome outcome,
            @Nullable String second,
            @Nullable Instant decidedAt,
            String words) {

        /** The procedure as the law data and the messages name it, e.g. {@code preservation}. */
        public String law() {
            return procedure.substring(0, procedure.indexOf('/'));
        }
    }

    enum Outcome {
        AWAITED,
        CONFIRMED,
        NOT_CONFIRMED,
        /** It was recalled before it left: nothing is left to confirm. */
        RECALLED
    }
}
