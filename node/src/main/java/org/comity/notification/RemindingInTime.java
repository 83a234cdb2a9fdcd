package org.comity.notification;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for reminders that are due, and sends them. */
@Component
class RemindingInTime {

    private final PlanningReminders planning;
    private final RemindingOfOrders orders;
    private final SendingReminders sending;
    private final MailPost post;

    RemindingInTime(PlanningReminders planning, RemindingOfOrders orders, SendingReminders sending, MailPost post) {
        this.planning = planning;
        this.orders = orders;
        this.sending = sending;
        this.post = post;
    }

    @Scheduled(initialDelayString = "${node.reminders.every:PT2M}", fixedDelayString = "${node.reminders.every:PT2M}")
    void look() {
        if (!post.on()) {
            return;
        }
        while (planning.planSome()) {
            // Some more.
        }
        orders.plan();
        sending.sendSome();
    }
}
