package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.Compartments;
import org.comity.ledger.Ledger;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.KeptAlarmCall.How;
import org.comity.notification.Reminder.Status;
import org.comity.ui.LivePages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one mail, or calls one gateway, at a time: claimed, looked at again, sent, set down. A node that dies between the
 * server's yes and our writing sends that one again under the same id; one that dies earlier loses nothing.
 */
@Component
class SendingAlarmCalls {

    private static final Logger log = LoggerFactory.getLogger(SendingAlarmCalls.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration WHEN_FULL = Duration.ofMinutes(5);

    private final AlarmCallRows rows;
    private final PlanningAlarmCalls planning;
    private final WritingAlarmMail writing;
    private final MailPost post;
    private final AlarmHook hook;
    private final AlarmSettings settings;
    private final MailSettings mail;
    private final Compartments compartments;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LivePages live;

    // More than eight: what is told is claimed, checked, written, sent by one of two ways, set down and shown.
    SendingAlarmCalls(
            AlarmCallRows rows,
            PlanningAlarmCalls planning,
            WritingAlarmMail writing,
            MailPost post,
            AlarmHook hook,
            AlarmSettings settings,
            MailSettings mail,
            Compartments compartments,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock,
            LivePages live) {
        this.live = live;
        this.rows = rows;
        this.planning = planning;
        this.writing = writing;
        this.post = post;
        this.hook = hook;
        this.settings = settings;
        this.mail = mail;
        this.compartments = compartments;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nobody is woken hours later because the clock was ahead for a while. */
    void clockWentBack() {
        var now = clock.instant();
        int due = rows.clockWentBack(now, now.plus(WHEN_FULL).plus(mail.claim()));
        if (due > 0)
            log.warn("the clock went back: {} alarms need not wait for the day that they had been put off to", due);
    }

    /** @return false if nothing more is to be done now: nothing is due, too much was sent, or the mail server is not there */
    boolean sendOne(How how) {
        var now = clock.instant();
        var claimed = rows.claim(how, now, now.plus(mail.claim()));
        if (claimed.isEmpty()) {
            return false;
        }
        var call = claimed.get();
        try {
            return send(call, now);
        } catch (RuntimeException fault) {
            // Of one; the others are not to wait for whoever mends it.
            log.error("whoever is to be told of {} could not be", call.thread(), fault);
            return failed(call, "message", false);
        }
    }

    private boolean send(KeptAlarmCall call, Instant now) {
        var cause = planning.stillWaits(call.thread());
        var step = step(call);
        if (cause.isEmpty() || step.isEmpty()) {
            rows.settled(call.id(), Status.DROPPED, "", now);
            return true;
        }
        if (rows.sentBetween(call.how(), now.minus(Duration.ofHours(1)), now) >= most(call)) {
            log.warn("nobody more is told of {} for now: node.alarm.most-an-hour were sent", call.thread());
            rows.held(call.id(), now.plus(WHEN_FULL), "most-an-hour");
            return true;
        }
        String receipt;
        try {
            receipt = sent(call, step.get(), cause.get());
        } catch (MailPost.NotSent failed) {
            log.warn("the alarm of {} was not sent by mail: {}", call.thread(), failed.code());
            failed(call, failed.code(), failed.last());
            return failed.last();
        } catch (AlarmHook.NotTaken failed) {
            log.warn("the gateway did not take the alarm of {}: {}", call.thread(), failed.toString());
            return failed(call, failed.code(), failed.last());
        }
        // Row and line stand or fall together: what is on no record is told again, under the same id.
        transaction.executeWithoutResult(_ -> {
            rows.sent(call.id(), receipt, clock.instant());
            ledger.record(
                    null,
                    "alarm.told",
                    call.thread(),
                    Map.of("to", call.who().name(), "channel", call.how().name()));
            live.changed("alarm", call.thread());
        });
        return true;
    }

    /** @return the receipt */
    private String sent(KeptAlarmCall call, Step step, AlarmCause cause) throws MailPost.NotSent, AlarmHook.NotTaken {
        // Mailboxes and telephones that several read are told nothing of a closed request but that one waits.
        boolean named = !compartments.hiddenFrom(Compartments.ANYBODY).contains(call.thread());
        if (call.how() == How.HOOK && step.hook() != null) {
            return hook.post(step.hook(), call, cause, named);
        }
        post.send(writing.mail(call, cause, step.language(), named));
        return WritingAlarmMail.id(call);
    }

    /** Emergencies alone use the whole of what may leave in an hour. */
    private int most(KeptAlarmCall call) {
        return call.emergency() ? settings.mostAnHour() : settings.mostAnHour() / 2;
    }

    /** As rota and settings stand now; empty if the shift is over, or it was taken out of them. */
    private Optional<Step> step(KeptAlarmCall call) {
        return planning.steps().stream()
                .filter(it -> it.shift().equals(call.shift()))
                .map(ChainStep::step)
                .filter(it -> it.who() == call.who()
                        && it.after().toSeconds() == call.after().toSeconds())
                .filter(it -> call.how() == How.MAIL
                        ? it.mail().contains(call.target())
                        : it.hook() != null && call.target().equals(it.hook().getHost()))
                .findFirst();
    }

    /** Tried again for as long as the request stands, unless it was refused: nobody else may be told of it. */
    private boolean failed(KeptAlarmCall call, String code, boolean last) {
        var now = clock.instant();
        if (last) {
            rows.settled(call.id(), Status.FAILED, code, now);
        } else {
            var pause = mail.pause(call.attempts());
            rows.postponed(call.id(), now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE), code);
        }
        return true;
    }
}
