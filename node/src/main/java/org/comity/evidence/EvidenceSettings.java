package org.comity.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where evidence lies, and how it is looked after.
 *
 * @param folder the vault; of this node alone
 * @param addingAtOnce items that are kept open while bytes come; each takes some 10 MB of memory
 * @param scrubAfter an item is read again when it was not read for this long
 * @param scrubPace bytes a second that re-reading may take from the disk
 */
@Validated
@ConfigurationProperties("node.evidence")
public record EvidenceSettings(
        Path folder,
        @DefaultValue("8") @Min(1) @Max(200) int addingAtOnce,
        @DefaultValue("30d") Duration scrubAfter,
        @DefaultValue("16MB") DataSize scrubPace) {}
