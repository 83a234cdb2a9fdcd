package org.comity.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** What a party may do next under one procedure, the likeliest first; one bean a procedure. */
public interface StepsOnOffer extends ProcedurePart {

    /** Types of act that would have effect now; {@code now} leaves out an end that has not come. */
    List<String> offered(Procedure.State state, Role role, Instant now);

    /** As above for us, less what means nothing to a State that our request has not reached. */
    default List<String> offered(Procedure.State state, RequestRow row, Instant now) {
        var all = offered(state, row.ourRole(), now);
        return row.letterReady()
                ? all.stream().filter(it -> !afterReceipt().contains(it)).toList()
                : all;
    }

    RequestRow.Turn turn(Procedure.State state, Role role);

    /** How soon the requested State can take its next step in this state. */
    default Pace pace(Procedure.State state) {
        return Pace.STEP;
    }

    /** By when the opening act asks for an answer, or null. */
    default @Nullable Instant askedFor(Map<String, Object> opening) {
        return null;
    }

    /** Does a request say, by a choice of its own, that it is to be dealt with before others? An emergency is more than that. */
    default boolean urgent(Map<String, Object> opening) {
        return false;
    }

    /** It stays so until another request is decided: the turn is that of who may act then. */
    default boolean untilDecided(Procedure.State state) {
        return false;
    }

    /** Likewise, by the name of a state alone. */
    default boolean heldForAnother(String state) {
        return false;
    }

    /** Has a request not ended in this state, whoever's turn it is, or nobody's? */
    default boolean open(String state) {
        return false;
    }

    /** Does what it asks for serve another request, until which it is kept? */
    default boolean keepsForAnother() {
        return false;
    }

    /** Is one to be begun where two requests name the same account, address or device? */
    default boolean proposedWhereSame() {
        return false;
    }

    /** The requesting State is done here, but for the request that it announced. */
    default boolean followsAnnounced(Procedure.State state) {
        return false;
    }

    /** Types of act of ours that mean nothing to a State which our request has not reached. */
    default Set<String> afterReceipt() {
        return Set.of();
    }

    /** Until when the data are kept in this state, or null. */
    @Nullable
    Instant until(Procedure.State state);

    /** When the keeping ends if nobody does anything, or null: what is held until a decision needs no reminder. */
    default @Nullable Instant ends(Procedure.State state) {
        return until(state);
    }

    enum Pace {
        /** Hours; no day that was asked for or named bears on it. */
        STEP(false, null),
        /** The request itself waits: by the day that was asked for, or in hours. */
        REQUEST(true, null),
        /** Received and not decided: by the day asked for, the day that we expect, or in days. */
        DECIDING(true, "expected"),
        /** Taken up: likewise. */
        EXECUTING(true, "expected"),
        /** Postponed, or unable at present, which answers what was asked: by the day on which to try again, or in days. */
        PUT_OFF(false, "tryAgain");

        private final boolean asked;
        private final @Nullable String named;

        Pace(boolean asked, @Nullable String named) {
            this.asked = asked;
            this.named = named;
        }

        /** The day counts by which the opening act asked for an answer. */
        public boolean asked() {
            return asked;
        }

        /** The field in which our acts name a day that counts, or null. */
        public @Nullable String named() {
            return named;
        }
    }
}
