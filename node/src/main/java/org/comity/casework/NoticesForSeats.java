package org.comity.casework;

import java.util.List;

/** Tells a person in a seat, where they begin, what waits for them on pages of another room; any number of beans. */
public interface NoticesForSeats {

    List<Notice> notices(PersonInSeat person);

    /**
     * @param path below {@code /seat}, where it waits
     * @param key of the sentence, which names {@code n}
     * @param why key of the reason
     * @param until key of the sentence that says for how many {@code days} still
     */
    record Notice(String path, String key, long n, String why, String until, long days) {}
}
