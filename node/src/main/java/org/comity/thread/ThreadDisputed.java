package org.comity.thread;

/** The registers differ. Automatic steps stop; both proofs are kept. Published inside the transaction. */
public record ThreadDisputed(String thread, String why) {}
