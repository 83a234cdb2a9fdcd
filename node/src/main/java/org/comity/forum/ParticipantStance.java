package org.comity.forum;

import java.time.Instant;
import org.comity.vocabulary.TrafficLight;

/**
 * What a participant said in a temperature check.
 *
 * @param light the narrower of the label under which it was said and that of its topic
 * @param shownAs the participant, or its group
 */
public record ParticipantStance(
        TrafficLight light,
        String participant,
        String person,
        String shownAs,
        String stance,
        String words,
        Instant at) {}
