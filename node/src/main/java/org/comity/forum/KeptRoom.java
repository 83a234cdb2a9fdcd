package org.comity.forum;

import java.time.Instant;
import java.time.LocalDate;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * A room as it was opened.
 *
 * @param light the widest label that anything said in it bears at first
 * @param terms of reference: what it is for, who is in it, what comes of it
 * @param chatham nobody is told who said what
 * @param working a working group: it has a plan and minutes
 * @param everybody every participant may write, not only members
 * @param deletedOn the day on which all of it goes, always there for RED
 */
// More than twelve: it is the row of a room.
public record KeptRoom(
        String id,
        String title,
        String language,
        String terms,
        TrafficLight light,
        boolean chatham,
        boolean working,
        boolean everybody,
        @Nullable LocalDate deletedOn,
        String proposedBy,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt) {

    boolean open() {
        return openedAt != null && closedAt == null;
    }
}
