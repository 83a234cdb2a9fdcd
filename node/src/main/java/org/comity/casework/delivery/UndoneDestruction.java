package org.comity.casework.delivery;

import java.time.Instant;

/**
 * An act of ours declares items destroyed, and they are not.
 *
 * @param item the manifest of which nothing is known here; empty where the list of the delivery is not kept
 */
public record UndoneDestruction(String act, String thread, String item, Instant since) {}
