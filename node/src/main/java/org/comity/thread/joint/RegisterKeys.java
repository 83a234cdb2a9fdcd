package org.comity.thread.joint;

import org.comity.proof.register.SignedEntry;
import org.comity.vocabulary.ParticipantKind;

/** Says who we are, signs entries, and knows which keys signed the registers of others. */
interface RegisterKeys {

    String self();

    String network();

    /** Of which kind a participant is; one that is not known here is taken for the contact point of a State. */
    ParticipantKind kind(String participant);

    boolean hasNode(String participant);

    /** Whether its node carries out this procedure, by its entry; also where it has no node, or is not known here. */
    boolean carriesOut(String participant, String procedure);

    SignedEntry sign(org.comity.proof.register.Entry entry);

    /** Whether a register key of this participant, of any version of its entry and not revoked, signed it. */
    boolean signed(String keeper, SignedEntry entry);

    /** A signature that no known key made: perhaps a newer directory entry names it. */
    void lookAgain(String keeper);
}
