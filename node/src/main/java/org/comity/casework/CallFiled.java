package org.comity.casework;

import java.time.Instant;

/** Tells, inside the transaction that writes the line, that a telephone call of ours which was answered was recorded in the file of a request. */
public record CallFiled(String thread, Instant happened) {}
