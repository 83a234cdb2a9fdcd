package org.comity.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds what one participant brings from its seats here, and all of them at a time.
 *
 * @param files that wait to be handed over; none may be added where it is 0
 * @param bytes of these files together
 * @param aDay bytes of all that was begun within 24 hours
 * @param atOnce files that it brings at a time; each takes some 10 MB of memory
 * @param atOnceOfAll files that all participants together bring at a time
 * @param reserve percent of the vault's disk that it leaves free
 * @param kept what nobody handed over goes after this time
 */
@Validated
@ConfigurationProperties("node.evidence.seats")
public record SeatItemSettings(
        @DefaultValue("100") @Min(0) @Max(1000) int files,
        @DefaultValue("20GB") DataSize bytes,
        @DefaultValue("50GB") DataSize aDay,
        @DefaultValue("4") @Min(1) @Max(200) int atOnce,
        @DefaultValue("20") @Min(1) @Max(1000) int atOnceOfAll,
        @DefaultValue("10") @Min(0) @Max(90) int reserve,
        @DefaultValue("30d") Duration kept) {}
