package org.comity.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the interface for programs.
 *
 * @param largestBody of a wish, in bytes
 * @param largestWithScan of a wish that carries a scan in base64, in bytes
 * @param kept how long the same key gets the same answer
 */
@Validated
@ConfigurationProperties("node.api")
record ApiSettings(
        @DefaultValue("262144") @Min(1024) @Max(2_097_152) int largestBody,
        @DefaultValue("3145728") @Min(1024) @Max(8_388_608) int largestWithScan,
        @DefaultValue("24h") Duration kept) {}
