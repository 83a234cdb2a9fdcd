package org.comity.treaty.acts;

import java.time.LocalDate;
import org.comity.convention.FinalProvisions.Notice;

/**
 * One notification that a State made by an act, as it was acknowledged here.
 *
 * @param reference of its thread
 * @param party two letters of the State
 * @param name of the State
 * @param told the words that were acknowledged
 * @param day on which they were registered
 * @param entered it stands in the table, or waits there for a second officer
 */
public record NotificationAct(
        String thread,
        String reference,
        String party,
        String name,
        Notice notice,
        String told,
        LocalDate day,
        boolean entered) {}
