package org.comity.notification;

import java.time.Instant;

/**
 * Shows a mail as it would have left.
 *
 * @param to address; {@code text} without its calendar file
 */
public record MailView(String to, String subject, Instant at, String text) {}
