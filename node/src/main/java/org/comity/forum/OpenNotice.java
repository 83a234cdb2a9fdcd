package org.comity.forum;

import java.time.Instant;

/**
 * What somebody told the moderators of a room about a contribution, and none has looked yet.
 *
 * @param shownAs the participant, or in a room under the Chatham House Rule its group
 */
public record OpenNotice(long id, long post, String room, String shownAs, String words, Instant at) {}
