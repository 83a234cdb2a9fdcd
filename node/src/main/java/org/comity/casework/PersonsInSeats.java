package org.comity.casework;

import java.util.List;

/** Finds the persons who have a seat on this node, for whoever names one of them. */
public interface PersonsInSeats {

    /** Those whose seat is given and not ended, by authority. */
    List<PersonInSeat> all();
}
