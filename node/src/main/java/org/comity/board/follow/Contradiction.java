package org.comity.board.follow;

import java.time.Instant;

/**
 * Two heads of one feed that its host signed and that contradict each other: proof to somebody who trusts nobody here.
 *
 * @param shownBy the host itself, or the participant whom it showed the other face
 */
public record Contradiction(String audience, String code, String ours, String theirs, String shownBy, Instant at) {}
