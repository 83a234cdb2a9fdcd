package org.comity.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.casework.Compartments;
import org.comity.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the reminders of periods and of our orders. */
@Component
class SendingReminders extends SendingMails<Reminder> {

    private final ReminderRows reminders;
    private final PeriodRows periods;
    private final RemindingOfOrders orders;
    private final WritingMail writing;
    private final CalendarFile calendar;
    private final Compartments compartments;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: a mail is claimed, checked, written, sent and set down, each by its own type.
    SendingReminders(
            ReminderRows reminders,
            PeriodRows periods,
            RemindingOfOrders orders,
            WritingMail writing,
            CalendarFile calendar,
            Compartments compartments,
            MailPost post,
            MailSettings settings,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        super(reminders, reminders::claim, post, settings, transaction, clock);
        this.reminders = reminders;
        this.periods = periods;
        this.orders = orders;
        this.writing = writing;
        this.calendar = calendar;
        this.compartments = compartments;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    String named(Reminder reminder) {
        return "a reminder of " + reminder.thread();
    }

    @Override
    @Nullable
    Written write(Reminder reminder) {
        if (reminder.aboutOrder() && !orders.stillTrue(reminder) || closed(reminder)) {
            reminders.settled(reminder.id(), Reminder.Status.DROPPED, "", clock.instant());
            return null;
        }
        var period = periods.find(reminder.thread()).orElseThrow();
        var mail = new OutgoingMail(
                "reminder-%d.%s".formatted(reminder.id(), reminder.thread()),
                reminder.address(),
                reminder.language(),
                writing.subject(reminder, period),
                writing.text(reminder, period),
                null,
                new OutgoingMail.Attached(
                        period.reference() + ".ics", calendar.of(List.of(period), reminder.language())),
                Map.of());
        return new Written(
                mail,
                () -> ledger.record(
                        null,
                        "reminder.sent",
                        reminder.thread(),
                        Map.of("step", reminder.step(), "to", reminder.kind().name())));
    }

    /** Whoever was planned or told before it was closed: mailboxes that many read hear nothing more of it. */
    private boolean closed(Reminder reminder) {
        return reminder.kind() != ReminderRecipient.Kind.PROSECUTOR
                && compartments.hiddenFrom(Compartments.ANYBODY).contains(reminder.thread());
    }
}
