package org.comity.evidence.wire;

import java.time.Duration;

/**
 * Sets the limits of the evidence port.
 *
 * @param port 0: any free one
 * @param threads requests at a time
 * @param streams requests at a time of one caller
 * @param ofOneAddress connections at a time from one address
 * @param handshake a connection without its TLS handshake after so long is cut
 * @param stalled a caller that takes or sends no byte for so long is cut off
 */
public record EvidencePortSettings(
        int port, int threads, int streams, int ofOneAddress, Duration handshake, Duration stalled) {}
