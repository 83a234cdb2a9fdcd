package org.comity.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.comity.vocabulary.TrafficLight;

/**
 * A topic in which something waits for one participant, which alone is told.
 *
 * @param room its short name; of another node too
 * @param host the participant on whose node the room is; empty on this one
 * @param title empty where it is not for this reader
 * @param link where it is done, under the address of rooms
 * @param since when it was asked or done
 * @param by the last day for it
 */
public record WaitingTopic(
        Why why,
        String room,
        String host,
        String title,
        String language,
        TrafficLight light,
        String link,
        Instant since,
        LocalDate by) {

    /** What waits. */
    public enum Why {
        /** An answer was asked for. */
        ASKED,
        /** A temperature check ends. */
        CHECK,
        /** A moderator did something that can be appealed. */
        APPEAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is in a room of this node. */
    public boolean here() {
        return host.isEmpty();
    }
}
