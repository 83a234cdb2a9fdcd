package org.comity.thread.joint;

import org.comity.proof.SignedEntry;

/** Says who we are, signs entries, and knows which keys signed the registers of others. */
interface RegisterKeys {

    String self();

    String network();

    SignedEntry sign(org.comity.proof.Entry entry);

    /** Whether a register key of this participant, of any version of its entry and not revoked, signed it. */
    boolean signed(String keeper, SignedEntry entry);

    /** A signature that no known key made: perhaps a newer directory entry names it. */
    void lookAgain(String keeper);
}
