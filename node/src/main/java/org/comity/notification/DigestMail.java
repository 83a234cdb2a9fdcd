package org.comity.notification;

import java.time.Instant;

/**
 * A digest that waits to be sent: what was said after one moment and up to another.
 *
 * @param attempts made so far
 */
record DigestMail(long id, String official, Instant after, Instant until, int attempts) implements WaitingMail {}
