package org.comity.cooperation;

/**
 * Tells, inside the transaction that writes the line, that a domestic order was recorded in the file of a request.
 *
 * @param number of the order; may be empty
 */
public record OrderFiled(String thread, String number, String official) {}
