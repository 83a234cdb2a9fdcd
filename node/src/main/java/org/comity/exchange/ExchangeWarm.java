package org.comity.exchange;

import java.time.Duration;

/** The first real act will not be slow: sealing, encryption, transport and door have run on this node itself. */
public record ExchangeWarm(int rounds, Duration took) {}
