package org.comity.casework;

import java.util.Map;

/** Begins what a person in a seat writes to this node with fields that another room fills; nothing of it is sent. */
public interface DraftsFromSeats {

    /** Whether that person's authority may open such a thread here. */
    boolean offers(PersonInSeat person, String law);

    /** Whether one must be sent or thrown away before another is begun. */
    boolean full(PersonInSeat person);

    /**
     * @param law of the procedure whose opening act is written
     * @param carried fields of its body, beside those that the procedure begins with
     * @return the page on which it is written on
     * @throws org.comity.vocabulary.RuleBroken if it is not offered, or as many are being written as may be
     */
    String begin(PersonInSeat person, String law, Map<String, Object> carried);
}
