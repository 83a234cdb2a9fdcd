package org.comity.exchange;

import java.util.List;

/** Says what of joint threads waits to leave, and what is not tried any more: refused for good, or never reached. */
public interface JointSendings {

    enum What {
        ACT,
        INVITATION,
        PAGE
    }

    /**
     * @param subject the act, or the act that invites; of a page the thread
     * @param code the refusal's, as the other door said it
     */
    record GivenUp(String thread, What what, String subject, String to, String code) {}

    /** Newest first, at most 200. */
    List<GivenUp> of(String thread);

    /** Of which no officer has read yet, in all threads, copies of acts left out; newest first, at most 200. */
    List<GivenUp> unread();

    /** Whether an act, a page or an invitation of it is still to leave; what was given up waits no more. */
    boolean waits(String thread);

    /** Whether this one refused an act of ours for good; that it was not reached is no refusal. */
    boolean refused(String act, String by);

    /** An officer has read it on the thread's page. */
    void read(String thread);
}
