package org.comity.exchange.as4;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The AS4 port and its limits. Without {@code node.as4.port} nothing listens and nothing leaves by wire.
 *
 * @param port of its own; 0: any free one
 * @param threads messages that are handled at a time
 * @param requests that may come at a time; each takes its body in memory
 * @param requestsOfOneParty of them, of one participant
 * @param connections at a time; more wait in the backlog
 * @param connectionsOfOneAddress of them, from one address
 * @param handshake a connection without its TLS handshake after so long is cut
 * @param backlog connections that wait
 * @param largestBody of one HTTP request
 * @param largestEnvelope of its SOAP part
 * @param largestHeaders of one HTTP request, all together
 * @param readTimeout between two bytes of a request
 * @param bodyWithin in each such time of a request body enough must come
 * @param slowest bytes a second that are enough
 * @param idle how long an unused connection stays
 * @param connectTimeout of our client
 * @param answerTimeout of our client, between two bytes that leave or come
 * @param largestAnswer that our client reads
 * @param answerWithin for a whole answer, from its first byte on
 */
@Validated
@ConfigurationProperties("node.as4")
// More than twelve: each is a setting with a line in the reference.
record As4Settings(
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @DefaultValue("8") @Min(1) @Max(200) int threads,
        @DefaultValue("24") @Min(1) @Max(1000) int requests,
        @DefaultValue("4") @Min(1) @Max(1000) int requestsOfOneParty,
        @DefaultValue("200") @Min(1) int connections,
        @DefaultValue("40") @Min(1) int connectionsOfOneAddress,
        @DefaultValue("10s") Duration handshake,
        @DefaultValue("50") @Min(1) int backlog,
        @DefaultValue("5632KB") DataSize largestBody,
        @DefaultValue("256KB") DataSize largestEnvelope,
        @DefaultValue("8KB") DataSize largestHeaders,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("30s") Duration bodyWithin,
        @DefaultValue("1KB") DataSize slowest,
        @DefaultValue("60s") Duration idle,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("256KB") DataSize largestAnswer,
        @DefaultValue("60s") Duration answerWithin) {}
