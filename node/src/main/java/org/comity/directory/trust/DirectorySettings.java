package org.comity.directory.trust;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.comity.directory.Operators;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this node comes to its directory; all under {@code node.directory}.
 *
 * @param folder what was handed over at the key ceremony: {@code root.json}, our entry, the first list, recorded entries
 * @param root the pinned root; by default {@code root.json} in the folder, and a directory of our own if there is none
 * @param fingerprint what the root's hash must be, as read out at the ceremony
 * @param url of the operator; none for exchange without an operator
 * @param every how often the operator is asked
 * @param timeout of each answer
 * @param grace how long known peers and keys are used after nobody vouches for them any more
 * @param direct how long two officers' word on an entry from a file counts
 * @param kept how long two officers may keep a lapsed peer
 * @param largestAnswer bytes of one answer of the operator
 * @param signatures of operators that a list needs here at least, whatever it says of itself
 */
@Validated
@ConfigurationProperties("node.directory")
record DirectorySettings(
        @NotNull Path folder,
        @Nullable Path root,
        @Nullable @Pattern(regexp = "[0-9a-f]{64}") String fingerprint,
        @Nullable URI url,
        @DefaultValue("PT15M") Duration every,
        @DefaultValue("PT10S") Duration timeout,
        @DefaultValue("P30D") Duration grace,
        @DefaultValue("P7D") Duration direct,
        @DefaultValue("P90D") Duration kept,
        @DefaultValue("1000000") @Min(10_000) int largestAnswer,
        @DefaultValue("1") @Min(1) @Max(Operators.MOST) int signatures) {}
