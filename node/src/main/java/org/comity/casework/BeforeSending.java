package org.comity.casework;

import java.time.Instant;
import org.comity.procedure.Draft;

/** What a room says against an act of ours: before its bytes stand, and again before it leaves. One bean a matter. */
public interface BeforeSending {

    /** @throws org.comity.vocabulary.RuleBroken which says what to do first; the act is neither made final nor sent */
    void check(Draft draft);

    /**
     * The same of an act that is approved.
     *
     * @param leaves its hour where it is held, else now
     */
    default void check(Draft draft, Instant leaves) {
        check(draft);
    }

    /** Whether a request of this procedure, as the law data name it, can be begun here; else none is offered. */
    default boolean begins(String law) {
        return true;
    }
}
