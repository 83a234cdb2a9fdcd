package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One mail at a time: claimed, sent, written down. A node that dies between the server's yes and our writing sends that one
 * again under the same Message-ID; one that dies earlier loses nothing.
 */
@Component
class SendingReminders {

    private static final Logger log = LoggerFactory.getLogger(SendingReminders.class);

    private final ReminderRows reminders;
    private final PeriodRows periods;
    private final RemindingOfOrders orders;
    private final WritingMail writing;
    private final CalendarFile calendar;
    private final MailPost post;
    private final MailSettings settings;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    // More than eight: a mail is claimed, checked, written, sent and set down, each by its own type.
    SendingReminders(
            ReminderRows reminders,
            PeriodRows periods,
            RemindingOfOrders orders,
            WritingMail writing,
            CalendarFile calendar,
            MailPost post,
            MailSettings settings,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.reminders = reminders;
        this.periods = periods;
        this.orders = orders;
        this.writing = writing;
        this.calendar = calendar;
        this.post = post;
        this.settings = settings;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return false if nothing more is to be done now: nothing is due, or the server is not there */
    boolean sendOne() {
        var now = clock.instant();
        var claimed = reminders.claim(now, now.plus(settings.claim()));
        if (claimed.isEmpty()) {
            return false;
        }
        var reminder = claimed.get();
        try {
            return send(reminder, now);
        } catch (RuntimeException fault) {
            // Of one mail; the others are not to wait for whoever mends it.
            log.error("a reminder of {} could not be written", reminder.thread(), fault);
            reminders.postponed(reminder.id(), clock.instant().plus(settings.pause(reminder.attempts())), "message");
            return true;
        }
    }

    private boolean send(Reminder reminder, Instant now) {
        if (reminder.aboutOrder() && !orders.stillTrue(reminder)) {
            reminders.settled(reminder.id(), Reminder.Status.DROPPED, "", now);
            return true;
        }
        var period = periods.find(reminder.thread()).orElseThrow();
        try {
            post.send(new OutgoingMail(
                    "reminder-%d.%s".formatted(reminder.id(), reminder.thread()),
                    reminder.address(),
                    reminder.language(),
                    writing.subject(reminder, period),
                    writing.text(reminder, period),
                    null,
                    new OutgoingMail.Attached(
                            period.reference() + ".ics", calendar.of(List.of(period), reminder.language())),
                    Map.of()));
        } catch (MailPost.NotSent failed) {
            log.warn("a reminder of {} was not sent: {}", reminder.thread(), failed.code());
            return reminders.failed(reminder.id(), failed, clock.instant(), settings.pause(reminder.attempts()));
        }
        // Row and line stand or fall together: what is on no record is sent again, under the same id.
        transaction.executeWithoutResult(_ -> {
            reminders.settled(reminder.id(), Reminder.Status.SENT, "", clock.instant());
            ledger.record(
                    null,
                    "reminder.sent",
                    reminder.thread(),
                    Map.of("step", reminder.step(), "to", reminder.kind().name()));
        });
        return true;
    }
}
