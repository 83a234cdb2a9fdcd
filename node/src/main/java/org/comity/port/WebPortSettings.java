package org.comity.port;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sets the limits of the port of the pages.
 *
 * @param connectionsOfOneAddress at a time, this machine not counted; 0: not counted; null: 100, or not counted where
 *     {@code server.forward-headers-strategy} says that a proxy stands before it
 * @param handshake where the port itself speaks TLS, a connection without its handshake after so long is cut
 */
@Validated
@ConfigurationProperties("node.port")
record WebPortSettings(
        @Nullable @Min(0) Integer connectionsOfOneAddress,
        @DefaultValue("10s") Duration handshake) {}
