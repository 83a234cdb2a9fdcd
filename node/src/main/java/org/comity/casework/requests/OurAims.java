package org.comity.casework.requests;

import java.time.Duration;
import java.time.Instant;
import org.comity.procedure.StepsOnOffer.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds our own aims, private to this node; the Convention sets none.
 *
 * @param urgent at most so long to decide and to carry out what was asked for before other requests
 * @param daysToDecide once acknowledged; {@code daysToExecute} once taken up; {@code daysToTryAgain} once put off
 */
@ConfigurationProperties("node.aims")
record OurAims(
        @DefaultValue("PT10M") Duration emergency,
        @DefaultValue("PT1H") Duration firstAnswer,
        @DefaultValue("PT6H") Duration nextStep,
        @DefaultValue("P1D") Duration urgent,
        @DefaultValue("7") int daysToDecide,
        @DefaultValue("30") int daysToExecute,
        @DefaultValue("14") int daysToTryAgain,
        @DefaultValue("14") int daysBeforeEnd) {

    /** @param first nothing was answered yet */
    Instant due(Pace pace, boolean anEmergency, boolean first, Instant now) {
        return now.plus(anEmergency ? emergency : ordinary(pace, first));
    }

    /** Of what was asked for before other requests: never later than any other, and put off as any other. */
    Instant dueSoon(Pace pace, boolean anEmergency, boolean first, Instant now) {
        var usual = due(pace, anEmergency, first, now);
        var soon = now.plus(urgent);
        return pace == Pace.PUT_OFF || usual.isBefore(soon) ? usual : soon;
    }

    private Duration ordinary(Pace pace, boolean first) {
        return switch (pace) {
            case STEP, REQUEST -> first ? firstAnswer : nextStep;
            case DECIDING -> Duration.ofDays(daysToDecide);
            case EXECUTING -> Duration.ofDays(daysToExecute);
            case PUT_OFF -> Duration.ofDays(daysToTryAgain);
        };
    }
}
