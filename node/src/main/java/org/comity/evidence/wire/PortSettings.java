package org.comity.evidence.wire;

import java.time.Duration;

/**
 * Limits of the port.
 *
 * @param port 0: any free one
 * @param threads requests at a time
 * @param streams requests at a time of one caller
 * @param stalled a caller that takes or sends no byte for so long is cut off
 */
public record PortSettings(int port, int threads, int streams, Duration stalled) {}
