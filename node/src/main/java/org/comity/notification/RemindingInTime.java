package org.comity.notification;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for reminders that are due, and sends them. */
@Component
class RemindingInTime {

    private final PlanningReminders planning;
    private final RemindingOfOrders orders;
    private final SendingReminders sending;
    private final ReminderRows reminders;
    private final MailPost post;
    private final Clock clock;

    RemindingInTime(
            PlanningReminders planning,
            RemindingOfOrders orders,
            SendingReminders sending,
            ReminderRows reminders,
            MailPost post,
            Clock clock) {
        this.planning = planning;
        this.orders = orders;
        this.sending = sending;
        this.reminders = reminders;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${node.reminders.every:PT2M}", fixedDelayString = "${node.reminders.every:PT2M}")
    void look() {
        if (!post.on()) {
            return;
        }
        planning.clockWentBack();
        while (planning.planSome()) {
            // Some more.
        }
        reminders.dropOver(clock.instant());
        orders.plan();
        sending.sendSome();
    }
}
