package org.comity.ui.live;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the live stream.
 *
 * @param streams open at once on this node
 * @param each open at once for one official
 * @param queue changes that wait for one slow browser before it is cut off
 * @param kept changes that a browser can catch up with after a break, and that may wait to be told; when more do, pages are
 *     told to load again
 * @param beat between two signs of life
 * @param lifetime after which a browser connects again, and its rights are looked at again
 */
@Validated
@ConfigurationProperties("node.live")
record LiveSettings(
        @DefaultValue("500") @Min(1) @Max(20_000) int streams,
        @DefaultValue("10") @Min(1) @Max(100) int each,
        @DefaultValue("64") @Min(1) @Max(10_000) int queue,
        @DefaultValue("256") @Min(1) @Max(10_000) int kept,
        @DefaultValue("20s") Duration beat,
        @DefaultValue("5m") Duration lifetime) {}
