package org.comity.thread;

/** Checks acts that were given from a seat, what proves them lies in their container (R153 to R155); and for whom we write down anything (R158). */
public interface SeatActs {

    /**
     * Of an act that is not registered yet. One that nobody wrote down for another passes.
     *
     * @throws Threads.Refused with the code of the check that fails
     */
    void check(SealedAct act);

    /**
     * Of an act that somebody has registered already: whether it may stand there.
     *
     * @throws Threads.Refused {@code foreign-signature} where the host gave the key under one that is not known here
     */
    boolean holds(SealedAct act, JointThreads.Registered registered);
}
