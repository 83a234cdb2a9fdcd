package org.comity.cooperation;

import java.time.Instant;
import java.util.List;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** What a party may do next under one procedure, the likeliest first; one bean a procedure. */
public interface StepsOnOffer {

    /** e.g. {@code preservation/1} */
    String procedure();

    /** Types of act that would have effect now; {@code now} leaves out an end that has not come. */
    List<String> offered(Procedure.State state, Role role, Instant now);

    RequestRow.Turn turn(Procedure.State state, Role role);

    /** It stays so until another request is decided: the turn is that of who may act then. */
    default boolean untilDecided(Procedure.State state) {
        return false;
    }

    /** Until when the data are kept in this state, or null. */
    @Nullable Instant until(Procedure.State state);

    /** When the keeping ends if nobody does anything, or null: what is held until a decision needs no reminder. */
    default @Nullable Instant ends(Procedure.State state) {
        return until(state);
    }
}
