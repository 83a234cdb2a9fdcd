package org.comity.identity.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may fail, and how long things last.
 *
 * @param failuresPerPerson after so many, the account waits
 * @param failuresPerAddress after so many, the address waits; an office may share one address
 * @param firstWait doubles with each further failure
 * @param longestWait at most
 * @param enrolment how long a link to enrol a passkey lives
 * @param token how long an API token lives
 */
public record SignInLimits(
        @Min(1) @Max(100) @DefaultValue("5") int failuresPerPerson,
        @Min(1) @Max(1000) @DefaultValue("20") int failuresPerAddress,
        @DefaultValue("PT1M") Duration firstWait,
        @DefaultValue("PT1H") Duration longestWait,
        @DefaultValue("PT24H") Duration enrolment,
        @DefaultValue("P90D") Duration token) {}
