package org.comity.casework.emergency;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon we promise to call back, and the emergency lines of providers that this authority knows.
 *
 * @param callBack 1 minute to 6 hours
 * @param complete by when we say what we did not know
 */
@ConfigurationProperties("node.emergency")
record EmergencySettings(
        @DefaultValue("PT15M") Duration callBack,
        @DefaultValue("PT1H") Duration complete,
        @DefaultValue List<Line> lines) {

    EmergencySettings {
        if (callBack.compareTo(Duration.ofMinutes(1)) < 0 || callBack.compareTo(Duration.ofHours(6)) > 0) {
            throw new IllegalArgumentException("node.emergency.call-back is 1 minute to 6 hours");
        }
        if (complete.compareTo(Duration.ofMinutes(1)) < 0 || complete.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("node.emergency.complete is 1 minute to 24 hours");
        }
        lines = List.copyOf(lines);
    }

    record Line(String name, String phone) {}

    /** The line of a provider whose name stands in what they wrote. */
    Optional<Line> line(String custodian) {
        var text = custodian.toLowerCase(Locale.ROOT);
        return lines.stream()
                .filter(it -> !it.name().isBlank() && text.contains(it.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
