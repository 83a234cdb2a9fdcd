package org.comity.thread;

import org.comity.proof.act.Envelope;
import org.comity.proof.register.SignedEntry;

/** An act of a joint thread got its entry, here or at the keeper's. Published inside the transaction, in order of n. */
public record JointActRegistered(String thread, Envelope act, SignedEntry entry) {}
