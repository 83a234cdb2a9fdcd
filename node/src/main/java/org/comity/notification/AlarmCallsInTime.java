package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import org.comity.notification.KeptAlarmCall.How;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each half minute for requests that nobody has acknowledged and shifts that nobody has taken over, and tells the chain of them. Mails and gateways have a job
 * each: a gateway that answers slowly holds no mail up.
 */
@Component
class AlarmCallsInTime {

    /** Of one look; the next look goes on. */
    private static final int MOST = 50;

    /** What was planned and not needed any more. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final PlanningAlarmCalls planning;
    private final SendingAlarmCalls sending;
    private final AlarmCallRows rows;
    private final MailPost post;
    private final Clock clock;

    AlarmCallsInTime(
            PlanningAlarmCalls planning, SendingAlarmCalls sending, AlarmCallRows rows, MailPost post, Clock clock) {
        this.planning = planning;
        this.sending = sending;
        this.rows = rows;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${node.alarm.every:PT30S}", fixedDelayString = "${node.alarm.every:PT30S}")
    void mail() {
        if (!planning.plan()) {
            return;
        }
        if (post.on()) {
            send(How.MAIL);
        }
        rows.forget(clock.instant().minus(KEPT));
    }

    @Scheduled(initialDelayString = "${node.alarm.every:PT30S}", fixedDelayString = "${node.alarm.every:PT30S}")
    void hook() {
        if (!planning.plan()) {
            return;
        }
        send(How.HOOK);
    }

    private void send(How how) {
        sending.clockWentBack();
        for (int sent = 0; sent < MOST && sending.sendOne(how); sent++) {
            // One after the other.
        }
    }
}
