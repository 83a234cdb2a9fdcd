package org.comity.evidence.transfer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How items travel. Without {@code node.evidence.transfer.port} none leaves; fetching needs no port.
 *
 * @param port of its own; 0: any free one
 * @param threads requests that the port answers at a time
 * @param streams ranges under way at a time, of one item here, and of one caller at our port
 * @param connectionsOfOneAddress at the port, at a time
 * @param handshake a connection to the port without its TLS handshake after so long is cut
 * @param atOnce items that are fetched at a time
 * @param byItself a larger item is fetched when an officer says so
 * @param ofOneSender beyond so many bytes of one sender, fetched without an officer, the next one waits for one
 * @param reserve percent of the disk that what is fetched leaves free
 * @param rate bytes a second from and to each participant, where nothing else is set for it; null: as the line gives
 * @param opens from when items travel, in hours of our own day; null: always
 * @param closes until when
 * @param connectTimeout of our client
 * @param stalled a line without a byte for so long is broken
 * @param firstPatience before a broken fetch is tried again; doubled each time
 * @param longestPatience the most that it waits
 */
@Validated
@ConfigurationProperties("node.evidence.transfer")
// More than twelve: each is a setting with a line in the reference.
record TransferSettings(
        @Nullable @Min(0) @Max(65535) Integer port,
        @DefaultValue("32") @Min(1) @Max(500) int threads,
        @DefaultValue("4") @Min(1) @Max(8) int streams,
        @DefaultValue("16") @Min(1) int connectionsOfOneAddress,
        @DefaultValue("10s") Duration handshake,
        @DefaultValue("4") @Min(1) @Max(50) int atOnce,
        @DefaultValue("10GB") DataSize byItself,
        @DefaultValue("100GB") DataSize ofOneSender,
        @DefaultValue("10") @Min(0) @Max(90) int reserve,
        @Nullable DataSize rate,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration stalled,
        @DefaultValue("2s") Duration firstPatience,
        @DefaultValue("15m") Duration longestPatience) {}
