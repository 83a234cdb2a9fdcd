package org.comity.ui;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** What one room has due beside requests, from bounded looks; any number of beans. */
public interface ThingsDue {

    /** Of one room: what is due first. */
    int MOST = 20;

    List<Due> due(Official by);

    /**
     * @param kind of the sentences: {@code due.<kind>} says what it is, {@code .who} who acts, {@code .why} why by then, and
     *     {@code .silence} what happens if nobody acts
     * @param about its name or number, as people wrote it
     * @param address where it is done
     * @param since it waits
     * @param until null: no period is set
     */
    record Due(
            String kind,
            String about,
            String address,
            Instant since,
            @Nullable Instant until) {}
}
