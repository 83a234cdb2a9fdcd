package org.comity.port;

import java.time.Duration;

/**
 * How many connections one address may have, and how long a TLS handshake may take.
 *
 * @param ofOneAddress at a time; a network of IPv6 (/64) counts as one address; 0: not counted
 * @param handshake from the connection on, however slowly its bytes come; zero: there is none
 * @param trustsThisMachine a proxy on it stands for everybody, and is not counted
 */
public record ConnectionLimits(int ofOneAddress, Duration handshake, boolean trustsThisMachine) {}
