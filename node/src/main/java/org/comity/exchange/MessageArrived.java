package org.comity.exchange;

import java.time.Instant;

/** A working message came in for a thread we know. Published inside the transaction. */
public record MessageArrived(String thread, String from, String text, Instant time) {}
