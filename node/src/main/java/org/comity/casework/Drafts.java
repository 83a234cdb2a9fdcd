package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.identity.Approvals;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Writes, submits, approves and sends acts. Every method is one transaction and leaves a line in the ledger. */
public interface Drafts {

    /** @param thread null for an opening act */
    Draft start(
            String procedure,
            String type,
            Role role,
            String counterpart,
            @Nullable String thread,
            Map<String, Object> body,
            Official by);

    /** @throws org.comity.vocabulary.RuleBroken {@code draft.changed-meanwhile} if {@code version} is not the latest */
    Draft save(String id, long version, Map<String, Object> body, Map<String, String> facts, Official by);

    Draft attach(String id, String name, String mediaType, byte[] content, Official by);

    Draft detach(String id, String name, Official by);

    void discard(String id, Official by);

    /** @throws org.comity.vocabulary.RuleBroken {@code draft.unknown} */
    Draft get(String id);

    /** The drafts being written for a thread; newest first, at most 50. */
    List<Draft> writing(String thread);

    /** Waiting for a second officer; oldest first, at most 50. */
    List<Draft> waiting();

    /** Acts of one type in a thread that are being written, wait or were sent: newest first, at most 1,000. */
    List<Draft> alive(String thread, String type);

    /** The draft that became this act. */
    Optional<Draft> ofAct(String act);

    /**
     * Makes the act and its PDF: from here the bytes stand. Checks the procedure's rules; a new thread gets its id and
     * reference here.
     */
    Draft submit(String id, long version, Official by);

    /** How the letter goes to a State without a node: mail unless said; saved with the draft. */
    Draft goesBy(String id, long version, Channel channel, Official by);

    /** The submitted {@code act.pdf}. */
    byte[] pdf(String id);

    /** The submitted {@code act.json}. */
    byte[] json(String id);

    /**
     * Back to writing: by who may approve it, with a note, or by the officer of the desk who submitted it; never once it
     * was approved.
     */
    Draft giveBack(String id, String why, Official by);

    /**
     * Approves exactly the submitted bytes, seals them and hands them to the exchange.
     *
     * @param notBefore hold until then, or null to send at once
     */
    Draft approve(String id, Approvals.Proof proof, @Nullable Instant notBefore, Official by);

    /** Does this act need a second officer under our own profile? */
    boolean needsSecondOfficer(Draft draft);

    /**
     * Takes back what was approved and held, before it leaves and before it is registered.
     *
     * @param why 1 to 1,000 characters, kept on record
     */
    Draft recall(String id, String why, Official by);
}
