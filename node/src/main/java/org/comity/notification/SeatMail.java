package org.comity.notification;

import java.time.Instant;
import org.comity.seat.SeatNews;

/**
 * One mail to an authority about its seats here.
 *
 * @param attempts made so far
 */
record SeatMail(long id, SeatNews news, Instant happenedAt, int attempts) implements WaitingMail {}
