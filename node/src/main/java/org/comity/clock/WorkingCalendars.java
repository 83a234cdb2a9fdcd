package org.comity.clock;

import java.util.Optional;
import org.comity.vocabulary.StateParty;

/** The calendars that States have stated; data, not code. */
public interface WorkingCalendars {

    /** Empty where a State has stated none: then nothing is said about its days. */
    Optional<WorkingCalendar> of(StateParty state);
}
