package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which mails are due: the step in which each period stands, and changes for those who know the old end. */
@Component
class PlanningReminders {

    private static final Logger log = LoggerFactory.getLogger(PlanningReminders.class);

    private static final int AT_ONCE = 100;

    private final PeriodRows periods;
    private final ReminderRows reminders;
    private final ReminderRecipients recipients;
    private final ReminderSettings settings;
    private final Clock clock;

    PlanningReminders(
            PeriodRows periods,
            ReminderRows reminders,
            ReminderRecipients recipients,
            ReminderSettings settings,
            Clock clock) {
        this.periods = periods;
        this.reminders = reminders;
        this.recipients = recipients;
        this.settings = settings;
        this.clock = clock;
    }

    void clockWentBack() {
        int due = periods.clockWentBack(settings.days(), clock.instant());
        if (due > 0)
            log.warn("the clock went back: reminders of {} periods need not wait for the day of a later step", due);
    }

    /** @return false if nothing more is due now */
    @Transactional
    boolean planSome() {
        var now = clock.instant();
        var due = periods.due(now, AT_ONCE);
        due.forEach(it -> plan(it, now));
        return due.size() == AT_ONCE;
    }

    private void plan(KeptPeriod period, Instant now) {
        var step = period.open() && period.quietAt() == null
                ? period.step(settings.days(), now)
                : java.util.Optional.<Integer>empty();
        var change = period.open() ? Reminder.MOVED : Reminder.ENDED;
        if (period.changeDue()) {
            reminders.drop(period, change, now);
            // Who hears of the step itself hears of the new end with it.
            if (step.isEmpty()) {
                reminders.told(period).forEach(it -> reminders.plan(period, change, it, now));
            }
        }
        step.map(Object::toString).ifPresent(it -> {
            reminders.drop(period, it, now);
            recipients.of(period.thread()).forEach(to -> reminders.plan(period, it, to, now));
        });
        periods.planned(period.thread(), period.open() ? period.nextStep(settings.days(), now) : null);
    }
}
