package org.comity.exchange;

import org.comity.proof.act.Envelope;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads;

/** Lets pages and invitations of joint threads leave; joins the caller's transaction. For this module's folders. */
public interface OutgoingPages {

    /** Whoever has not got all that it may see gets a page; one at a time. */
    void wake(String thread);

    /** An act that waits here goes to the keeper, ours or whoever wrote it. */
    void bring(String thread, String act);

    /** Whoever answered an invitation and is no party gets the one entry of its answer; all others have pages. */
    void answered(String thread, Envelope answer, SignedEntry entry);

    /** What was fetched from us, whoever keeps the register. */
    void answer(String to, JointThreads.Page page);
}
