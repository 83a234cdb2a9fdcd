package org.comity.forum;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.Official;

/** Tells an official what is new in the rooms, as far as a mail may hold it. */
public interface DigestOfRooms {

    /** The most that one digest tells. */
    int MOST = 50;

    /** Rooms of whose label something may be in a mail to this official. */
    List<KeptRoom> rooms(Official to);

    /** What stands and was said after one moment and up to another, newest first; one more than {@link #MOST} where there is more. */
    List<DigestLine> lines(Official to, DigestChoice choice, Instant after, Instant until);
}
