package org.comity.commons.figures;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When figures are shown.
 *
 * @param leastCell the smallest number above none that is shown
 * @param leastStates of fewer States nothing is added up, and nothing that was is drawn anew
 */
@Validated
@ConfigurationProperties("node.commons.figures")
record FiguresSettings(
        @DefaultValue("5") @Min(2) @Max(1_000) int leastCell,
        @DefaultValue("10") @Min(2) @Max(200) int leastStates) {}
