package org.comity.comparison;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Says how often identifiers are compared blindly.
 *
 * @param perDay comparisons with one counterpart in 24 hours; each lets it try as many guesses as one comparison has entries
 */
@Validated
@ConfigurationProperties("node.comparison")
record ComparisonSettings(
        @DefaultValue("1") @Min(1) @Max(20) int perDay) {}
