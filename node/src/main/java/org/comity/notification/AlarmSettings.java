package org.comity.notification;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.notification.KeptAlarmCall.How;
import org.comity.notification.KeptAlarmCall.Key;
import org.comity.ui.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told when a request stands unacknowledged, or a shift that was handed over is not taken; without {@code steps} nobody is.
 *
 * @param steps of the chain, by their time; at most 20
 * @param aimsUpTo tell of other requests too, once their aim is over and if it was at most so long; null: of emergencies alone
 * @param handoverAfter how long a handover note waits before somebody is told that nobody took over
 * @param mostAnHour mails, and as many calls of a gateway
 * @param hookKey what a gateway knows us by, or null
 * @param timeout of a gateway's answer
 */
@ConfigurationProperties("node.alarm")
record AlarmSettings(
        @DefaultValue List<Step> steps,
        @Nullable Duration aimsUpTo,
        @DefaultValue("15m") Duration handoverAfter,
        @DefaultValue("60") int mostAnHour,
        @Nullable String hookKey,
        @DefaultValue("10s") Duration timeout) {

    private static final int MOST_STEPS = 20;
    static final int MOST_ADDRESSES = 10;

    /** Whose turn it is to be told. */
    enum Who {
        /** Told first, by the duty rota; no step of the configuration names it. */
        ON_DUTY,
        CONTACT_POINT,
        SECOND_OFFICER,
        CENTRAL_AUTHORITY
    }

    /**
     * @param after since the request came, or since its aim was over
     * @param hook a gateway for text messages or telephone
     * @param language of the mail; null for the first of our entry in which it exists
     */
    record Step(
            Who who,
            Duration after,
            @DefaultValue List<String> mail,
            @Nullable URI hook,
            @Nullable String language) {

        Step {
            mail = mail.stream().map(String::strip).distinct().toList();
            // Spring binds a step without them, whatever the type says.
            if (who == null) {
                throw wrong("who is missing in a step; it is one of contact-point, second-officer, central-authority");
            }
            if (after == null) {
                throw wrong("after is missing in a step; it is a time such as 3m");
            }
            if (after.isNegative() || after.compareTo(Duration.ofDays(1)) > 0) {
                throw wrong("after is at most a day");
            }
            if (mail.size() > MOST_ADDRESSES || !mail.stream().allMatch(MailAddress::is)) {
                throw wrong("mail holds something that is no address, or more than " + MOST_ADDRESSES);
            }
            if (hook != null && !mayCarry(hook)) {
                throw wrong("hook is an address that begins with https://; with http:// on this machine alone");
            }
            if (mail.isEmpty() && hook == null) {
                throw wrong("a step needs mail, or a hook");
            }
        }

        /** Each mail and the call of the gateway, as they are told of one request. */
        Stream<Key> keys(String thread) {
            var seconds = after.truncatedTo(ChronoUnit.SECONDS);
            return Stream.concat(
                    mail.stream().map(it -> new Key(thread, who, seconds, How.MAIL, it, "")),
                    Stream.ofNullable(hook).map(it -> new Key(thread, who, seconds, How.HOOK, it.getHost(), "")));
        }

        /** No address of a gateway: it may hold a key. */
        @Override
        public String toString() {
            return "Step[%s, %s]".formatted(who, after);
        }

        private static IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException("node.alarm.steps: " + why);
        }

        private static boolean mayCarry(URI hook) {
            var host = hook.getHost() == null ? "" : hook.getHost().toLowerCase(Locale.ROOT);
            boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
            return !host.isEmpty() && ("https".equals(hook.getScheme()) || here && "http".equals(hook.getScheme()));
        }
    }

    AlarmSettings {
        steps = steps.stream().sorted(Comparator.comparing(Step::after)).toList();
        if (steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("node.alarm.steps: at most " + MOST_STEPS);
        }
        if (steps.stream().anyMatch(it -> it.who() == Who.ON_DUTY)) {
            throw new IllegalArgumentException("node.alarm.steps: who is on duty is told first, by the duty rota");
        }
        var keys = new HashSet<Key>();
        steps.stream()
                .flatMap(it -> it.keys(""))
                .filter(it -> !keys.add(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new IllegalArgumentException(
                            "node.alarm.steps: two steps tell %s after %s by %s to %s, and one of them would never be made: give one another time, if only by a second"
                                    .formatted(it.who(), it.after(), it.how(), it.target()));
                });
        if (handoverAfter.compareTo(Duration.ofMinutes(1)) < 0 || handoverAfter.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("node.alarm.handover-after is 1 minute to 12 hours");
        }
        if (mostAnHour < 2 || mostAnHour > 1000) {
            throw new IllegalArgumentException("node.alarm.most-an-hour is 2 to 1000");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("node.alarm.timeout is 1 second to 1 minute");
        }
    }

    /** Never the key, and no address of a gateway: it may hold one. */
    @Override
    public String toString() {
        return "AlarmSettings[%d steps]".formatted(steps.size());
    }
}
