package org.comity.casework;

import org.comity.directory.Participant;

/** A page that another room keeps for persons in seats; where they begin, it is linked. */
public interface PlaceForSeats {

    /** Below {@code /seat}. */
    String path();

    /** Its name in the messages. */
    String title();

    /** Whether this node has it. */
    boolean here();

    /** Whether there is anything in it for this participant; to whom there is nothing, its pages are not there. */
    default boolean isFor(Participant authority) {
        return true;
    }
}
