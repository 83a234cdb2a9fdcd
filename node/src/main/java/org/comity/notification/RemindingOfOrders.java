package org.comity.notification;

import java.time.Clock;
import org.comity.casework.OrderAlarms;
import org.comity.casework.OrderAlarms.Nearness;
import org.comity.casework.OrderAlarms.OrderAlarm;
import org.comity.procedure.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down mails for each domestic order that ends before what we promised: once for each address, two weeks, a week and three days before. */
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
        alarms.each(alarm -> {
            var thread = alarm.request().thread();
            // Whoever was told of its last day needs no mail that the day has passed: before there were nearer steps
            // all had the first.
            var told = alarm.over() ? Reminder.ORDER + alarm.ends() : step(alarm);
            recipients.of(thread).forEach(it -> reminders.planOnce(thread, step(alarm), told, it, now));
        });
    }

    /** Does the order still end on the day that this mail tells, too early and as near? It may be renewed, or its request be over. */
    boolean stillTrue(Reminder reminder) {
        return requests.ofThread(reminder.thread())
                .flatMap(alarms::of)
                .filter(it -> reminder.step().equals(step(it)))
                .isPresent();
    }

    /** E.g. {@code ORDER 2027-03-01} two weeks before, and {@code ORDER 2027-03-01 7} a week before. */
    private static String step(OrderAlarm alarm) {
        var nearness = alarm.nearness();
        var day = Reminder.ORDER + alarm.ends();
        return nearness == Nearness.FORTNIGHT ? day : day + " " + nearness.days();
    }
}
