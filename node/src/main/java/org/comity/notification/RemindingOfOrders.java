package org.comity.notification;

import java.time.Clock;
import org.comity.casework.OrderAlarms;
import org.comity.procedure.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down a mail for each domestic order that ends soon and before what we promised: once for each last day and address. */
@Component
class RemindingOfOrders {

    private final OrderAlarms alarms;
    private final Requests requests;
    private final ReminderRows reminders;
    private final ReminderRecipients recipients;
    private final Clock clock;

    RemindingOfOrders(
            OrderAlarms alarms, Requests requests, ReminderRows reminders, ReminderRecipients recipients, Clock clock) {
        this.alarms = alarms;
        this.requests = requests;
        this.reminders = reminders;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Transactional
    void plan() {
        var now = clock.instant();
        for (var alarm : alarms.soon()) {
            var thread = alarm.request().thread();
            recipients.of(thread).forEach(it -> reminders.planOnce(thread, Reminder.ORDER + alarm.ends(), it, now));
        }
    }

    /** Does the order still end on the day that this mail tells, and too early? It may be renewed, or its request be over. */
    boolean stillTrue(Reminder reminder) {
        return requests.ofThread(reminder.thread())
                .flatMap(alarms::of)
                .filter(it -> reminder.step().equals(Reminder.ORDER + it.ends()))
                .isPresent();
    }
}
