package org.comity.exchange;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and patience of the exchange.
 *
 * @param instance this process, where several share one database: a claim of its own left by a crash is freed at start
 * @param largestParcel an age file above this is refused
 * @param largestMessage characters of a working message
 * @param actsInOneParcel small acts for one peer that leave together, each of another thread
 * @param smallAct a larger container leaves alone
 * @param entriesInOneParcel register entries for one peer that leave together
 * @param pace after a parcel of small acts, or of entries, to one peer; what comes meanwhile leaves together
 * @param atOnce parcels under way to one peer
 * @param firstPause before the second attempt; doubled each time, with jitter
 * @param longestPause between two attempts
 * @param giveUpAfter trying this long a person is told and the sending ends
 * @param claim how long an attempt may take before another process may repeat it
 * @param entryAlarm without the keeper's entry for this long a person is told, and entries are fetched
 * @param courierPatience the same for an act that was handed to a courier
 * @param tick how often waiting rows are looked at, beside being woken
 * @param keepDelivered how long delivered entries, messages and fetches stay listed
 * @param filesOfOneCourier files that are written to, or read from, one folder
 * @param warmRounds practice rounds at start; 0: none
 */
@Validated
@ConfigurationProperties("node.exchange")
// More than twelve: each is a setting with a line in the reference.
public record ExchangeSettings(
        @DefaultValue("main") String instance,
        @DefaultValue("5MB") DataSize largestParcel,
        @DefaultValue("4000") @Min(1) int largestMessage,
        @DefaultValue("16") @Min(1) @Max(16) int actsInOneParcel,
        @DefaultValue("128KB") DataSize smallAct,
        @DefaultValue("100") @Min(1) @Max(200) int entriesInOneParcel,
        @DefaultValue("100ms") Duration pace,
        @DefaultValue("2") @Min(1) @Max(16) int atOnce,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("2m") Duration longestPause,
        @DefaultValue("7d") Duration giveUpAfter,
        @DefaultValue("3m") Duration claim,
        @DefaultValue("10m") Duration entryAlarm,
        @DefaultValue("14d") Duration courierPatience,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("7d") Duration keepDelivered,
        @DefaultValue("1000") @Min(1) int filesOfOneCourier,
        @DefaultValue("20") @Min(0) @Max(10_000) int warmRounds) {}
