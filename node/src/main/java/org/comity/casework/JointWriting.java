package org.comity.casework;

import java.util.List;
import java.util.Map;
import org.comity.identity.Approvals;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Joint threads as programs write in them: the drafts, the checks and the second officer of the pages. */
public interface JointWriting {

    /**
     * @param thread null of one that opens a thread, until it is submitted
     * @param status {@code writing}, {@code submitted} or {@code sent}
     * @param states who is asked once it has left; of an act that opens a thread alone
     * @param act its id, once it is submitted
     * @param givenBack what the second officer wants changed
     */
    record JointWritten(
            String id,
            @Nullable String thread,
            String procedure,
            String type,
            String edition,
            String status,
            long version,
            Map<String, Object> body,
            Map<String, String> facts,
            List<String> states,
            @Nullable String act,
            @Nullable String givenBack) {}

    /** @throws org.comity.vocabulary.RuleBroken naming the first field that is missing or wrong; nothing is kept */
    JointWritten open(
            String procedure,
            String edition,
            List<String> states,
            Map<String, Object> body,
            Map<String, String> facts,
            Official by);

    /** @throws org.comity.vocabulary.RuleBroken also for a type that we cannot say now */
    JointWritten say(String thread, String type, Map<String, Object> body, Map<String, String> facts, Official by);

    /** Written or submitted in this thread, and not sent yet. */
    List<JointWritten> unsent(String thread, Official by);

    JointWritten get(String id, Official by);

    void discard(String id, Official by);

    JointWritten submit(String id, Official by);

    JointWritten giveBack(String id, String why, Official by);

    /** Sent with it; the invitations of an opening act wait for approval from then on. */
    JointWritten approve(String id, Approvals.Proof proof, Official by);
}
