package org.comity.casework;

import java.time.Instant;

/**
 * Tells, inside the transaction that writes the line, that a domestic order was recorded in the file of a request.
 *
 * @param number of the order; may be empty
 * @param happened when it was given, as the line says
 */
public record OrderFiled(String thread, String number, Instant happened, String official) {}
