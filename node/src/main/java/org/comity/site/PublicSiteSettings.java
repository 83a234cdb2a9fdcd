package org.comity.site;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The pages that a host shows to everybody.
 *
 * @param enabled without it there are none; a Secretariat's node has them unless it says otherwise
 * @param address under which the world reaches them
 * @param kept how long a drawn page is given again before it is drawn anew; nothing: each is drawn
 * @param mostKept bytes of drawn pages that are kept
 * @param drawnPerSecond pages that are drawn anew in a second at most, so that no stranger takes the machine from the desk
 * @param licence of the open data
 */
@Validated
@ConfigurationProperties("node.public-site")
record PublicSiteSettings(
        boolean enabled,
        @NotNull URI address,

        @DefaultValue("PT1M") @DurationMin(seconds = 0) @DurationMax(hours = 1)
        Duration kept,

        @DefaultValue("33554432") @Min(1_000_000) @Max(1_000_000_000)
        long mostKept,

        @DefaultValue("20") @Min(1) @Max(1_000) int drawnPerSecond,

        @DefaultValue("https://creativecommons.org/licenses/by/4.0/")
        URI licence) {}
