package org.comity.capacity;

import java.time.LocalDate;
import java.util.List;

/** Finds the days that are next in one thread of help, as its own folder knows them; any number of beans. */
public interface DatesOfHelp {

    /** @param key of the sentence that says what is on this day, e.g. {@code capacity.date.begins} */
    record NextDay(LocalDate day, String key) {}

    List<NextDay> next(ThreadWithActs said);
}
