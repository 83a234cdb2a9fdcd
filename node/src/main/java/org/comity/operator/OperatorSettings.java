package org.comity.operator;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All under {@code operator}.
 *
 * @param home its files: {@code keys/}, {@code root.json}, {@code admitted/}
 * @param practice admits everybody at once
 * @param people who may admit: name and the hash of a password, e.g. <code>{bcrypt}$2a$…</code>
 * @param nodes of the practice network, linked on the first page
 * @param renew a list is issued anew when it is older
 * @param mostWaiting submissions of strangers that may wait at a time
 * @param mostWaitingEach of them for one participant, and for one admitted participant beside them
 * @param mostWaitingFrom of them from one address
 * @param mostVersions that an admitted participant may bring in a day
 * @param twoPersons two of {@code people} admit, not one
 */
@Validated
@ConfigurationProperties("operator")
record OperatorSettings(
        @NotNull Path home,
        @DefaultValue("false") boolean practice,
        @DefaultValue Map<String, String> people,
        @DefaultValue Map<String, URI> nodes,
        @DefaultValue("P1D") Duration renew,
        @DefaultValue("500") @Min(1) int mostWaiting,
        @DefaultValue("3") @Min(1) int mostWaitingEach,
        @DefaultValue("20") @Min(1) int mostWaitingFrom,
        @DefaultValue("100") @Min(1) int mostVersions,
        @DefaultValue("true") boolean twoPersons) {}
