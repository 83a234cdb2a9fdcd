package org.comity.notification;

import java.time.LocalDate;

/**
 * One mail to one address about certificates of this node that end.
 *
 * @param endsOn the day in UTC
 * @param step days before it
 * @param attempts made so far
 */
record CertificateMail(long id, LocalDate endsOn, int step, ReminderRecipient to, int attempts)
        implements WaitingMail {}
