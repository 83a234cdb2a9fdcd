package org.comity.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what comes from outside is taken at once.
 *
 * @param largestScan of a letter
 * @param largestText characters of a pasted mail
 * @param largestSheet a file of past requests; {@code largestUnpacked} when its parts are unpacked
 * @param mostRows of such a file
 */
@Validated
@ConfigurationProperties("node.paper")
record PaperLimits(
        @DefaultValue("2MB") DataSize largestScan,
        @DefaultValue("100000") @Min(1000) @Max(500_000) int largestText,
        @DefaultValue("2MB") DataSize largestSheet,
        @DefaultValue("20MB") DataSize largestUnpacked,
        @DefaultValue("200") @Min(1) @Max(2000) int mostRows) {}
