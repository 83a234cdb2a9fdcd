package org.comity.cooperation.requests;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Our own aims, private to this node; the Convention sets none. */
@ConfigurationProperties("node.aims")
record Aims(
        @DefaultValue("PT10M") Duration emergency,
        @DefaultValue("PT1H") Duration firstAnswer,
        @DefaultValue("PT6H") Duration nextStep,
        @DefaultValue("14") int daysBeforeEnd) {

    Duration of(boolean anEmergency, boolean first) {
        return anEmergency ? emergency : first ? firstAnswer : nextStep;
    }
}
