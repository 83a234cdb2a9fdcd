package org.comity.notification;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.comity.identity.DutyRota.Watch;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.AlarmSettings.Who;
import org.comity.notification.KeptAlarmCall.Key;

/**
 * Tells one step of the chain: an officer on duty, once in each shift, or a step of the configuration.
 *
 * @param shift the officer's shift; empty for a step of the configuration
 */
record ChainStep(Step step, String shift) {

    ChainStep(Step step) {
        this(step, "");
    }

    static ChainStep of(Watch on) {
        return new ChainStep(
                new Step(Who.ON_DUTY, Duration.ZERO, List.of(on.mail()), null, null), on.officer() + " " + on.from());
    }

    Stream<Key> keys(String thread) {
        return step.keys(thread).map(it -> new Key(it.thread(), it.who(), it.after(), it.how(), it.target(), shift));
    }
}
