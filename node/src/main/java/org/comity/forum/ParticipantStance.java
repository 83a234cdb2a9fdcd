package org.comity.forum;

import java.time.Instant;

/** @param shownAs the participant, or its group */
public record ParticipantStance(
        String participant, String person, String shownAs, String stance, String words, Instant at) {}
