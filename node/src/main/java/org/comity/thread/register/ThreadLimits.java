package org.comity.thread.register;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one thread may hold, and how much may wait of one counterpart.
 *
 * @param largestActs acts in a thread
 * @param largestParked entries of a thread that wait for their act or for an earlier entry
 * @param largestParkedOfOne of all threads with one counterpart
 * @param largestProofs proofs kept of a disputed thread
 * @param snapshotEvery entries between two snapshots of the state
 */
@Validated
@ConfigurationProperties("node.thread")
record ThreadLimits(
        @Min(1) @Max(10_000) @DefaultValue("10000") int largestActs,
        @Min(1) @DefaultValue("1000") int largestParked,
        @Min(1) @DefaultValue("5000") int largestParkedOfOne,
        @Min(2) @DefaultValue("100") int largestProofs,
        @Min(1) @DefaultValue("100") int snapshotEvery) {}
