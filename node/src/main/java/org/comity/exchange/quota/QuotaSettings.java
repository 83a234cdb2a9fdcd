package org.comity.exchange.quota;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What each participant may take up here, and what some may.
 *
 * @param threads that it opened and that have not ended
 * @param stored of its sealed acts
 * @param messages working messages of one day
 * @param waiting things that wait to be sent to it, before it may ask for more
 * @param reserve percent of the disk under {@code node.home} that acts and messages of others leave free; 0: none
 * @param threadsOf other bounds for some, by participant, e.g. {@code node.quota.threads-of.XB-1}
 * @param storedOf the same of what is stored
 * @param messagesOf of messages
 * @param waitingOf of what waits
 */
@Validated
@ConfigurationProperties("node.quota")
record QuotaSettings(
        @DefaultValue("20000") @Min(1) long threads,
        @DefaultValue("20GB") DataSize stored,
        @DefaultValue("2000") @Min(1) long messages,
        @DefaultValue("20000") @Min(1) long waiting,
        @DefaultValue("2") @Min(0) @Max(50) int reserve,
        @DefaultValue Map<String, @Min(1) Long> threadsOf,
        @DefaultValue Map<String, DataSize> storedOf,
        @DefaultValue Map<String, @Min(1) Long> messagesOf,
        @DefaultValue Map<String, @Min(1) Long> waitingOf) {

    long threads(String participant) {
        return threadsOf.getOrDefault(participant, threads);
    }

    long stored(String participant) {
        return storedOf.getOrDefault(participant, stored).toBytes();
    }

    long messages(String participant) {
        return messagesOf.getOrDefault(participant, messages);
    }

    long waiting(String participant) {
        return waitingOf.getOrDefault(participant, waiting);
    }
}
