package org.comity.sealing.seal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much is sealed or opened at once; AS4 carries 5 MB.
 *
 * @param largest all files of one container together
 * @param mostFiles in one container
 * @param largestAgeFile that is opened
 * @param largestAgeHeader that is read before anything is authenticated; a recipient takes about 1.6 kB
 */
@Validated
@ConfigurationProperties("node.sealing")
record SealingLimits(
        @DefaultValue("5MB") @NotNull DataSize largest,
        @DefaultValue("24") @Min(1) @Max(1000) int mostFiles,
        @DefaultValue("6MB") @NotNull DataSize largestAgeFile,
        @DefaultValue("64KB") @NotNull DataSize largestAgeHeader) {}
