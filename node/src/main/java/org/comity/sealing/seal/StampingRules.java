package org.comity.sealing.seal;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where time stamps come from.
 *
 * @param url of an RFC 3161 authority; without it a practice node stamps for itself, and any other sends without
 * @param policy object identifier to ask for, if the authority offers several
 * @param within an act that has no stamp by then leaves without
 * @param rest after a silence nobody waits for the authority this long, and acts leave without at once
 * @param largest answer that is read
 */
@Validated
@ConfigurationProperties("node.tsa")
record StampingRules(
        @Nullable URI url,
        @Nullable @Pattern(regexp = "[0-2](\\.[0-9]+)+") String policy,

        @DefaultValue("2s") @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 30)
        Duration within,

        @DefaultValue("1m") @NotNull @DurationMin(millis = 0) @DurationMax(hours = 1)
        Duration rest,

        @DefaultValue("64KB") @NotNull DataSize largest) {

    @AssertTrue(message = "must be http or https")
    boolean isReachedByHttp() {
        return url == null || "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    }
}
