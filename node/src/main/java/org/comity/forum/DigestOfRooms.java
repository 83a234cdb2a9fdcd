package org.comity.forum;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.Official;

/** Tells an official what is new in the rooms, as far as a mail may hold it. */
public interface DigestOfRooms {

    /** The most that one digest tells. */
    int MOST = 50;

    /** The most rooms that are offered beside those that were chosen. */
    int MOST_ROOMS = 100;

    /**
     * Rooms of whose label something may be in a mail to this official: of these each, and the newest; one more than
     * {@link #MOST_ROOMS} where there are more.
     */
    List<KeptRoom> rooms(Official to, List<String> these);

    /** What stands and was said after one moment and up to another, newest first; one more than {@link #MOST} where there is more. */
    List<DigestLine> lines(Official to, DigestChoice choice, Instant after, Instant until);
}
