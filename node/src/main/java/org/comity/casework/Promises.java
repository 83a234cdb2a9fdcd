package org.comity.casework;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.RequestRow;

/** Knows what we said we do by an hour, and have not done yet. */
public interface Promises {

    /** Of the requests that this reader may see, by the id of the official: the earliest first, of the earliest 50. */
    List<Promise> open(String reader);

    List<Promise> of(RequestRow row);

    enum What {
        /** The telephone call that our acknowledgement of an emergency promises. */
        CALL_BACK,
        /** What was not known when we asked in an emergency. */
        COMPLETE
    }

    /** @param due the hour that the other State has read */
    record Promise(RequestRow request, What what, Instant due) {

        /** Message that says what to do; {@code <key>.about} says when it counts as done. */
        public String key() {
            return "promises." + what;
        }

        public boolean over(Instant now) {
            return !now.isBefore(due);
        }
    }
}
