package org.comity.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a domestic order says, without the request in which it was granted.
 *
 * @param court or authority that gave it; may be empty
 * @param data which data; empty where only its number is on record
 * @param until its last day, or null
 * @param mayTell the provider may tell the user
 */
public record DomesticOrder(
        String number, String court, String data, @Nullable LocalDate until, boolean mayTell) {}
