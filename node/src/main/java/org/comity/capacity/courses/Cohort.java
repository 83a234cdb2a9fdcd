package org.comity.capacity.courses;

import java.time.LocalDate;

/**
 * A course that is held once.
 *
 * @param id e.g. {@code 2027-C1}
 * @param reserved of the places, kept for least developed, landlocked and small island States until {@code releasedOn}
 */
public record Cohort(
        String id,
        String title,
        String about,
        String kind,
        String language,
        LocalDate begins,
        LocalDate ends,
        int places,
        int reserved,
        LocalDate releasedOn) {}
