package org.comity.casework;

/** A page that another room keeps for persons in seats; where they begin, it is linked. */
public interface PlaceForSeats {

    /** Below {@code /seat}. */
    String path();

    /** Its name in the messages. */
    String title();

    /** Whether this node has it. */
    boolean here();
}
