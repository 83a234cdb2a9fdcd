package org.comity.evidence.disk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the disk is, and what is too much.
 *
 * @param folder where it is mounted
 * @param files of one bag or folder that is brought in
 * @param largest bytes of all its files together
 */
@Validated
@ConfigurationProperties("node.evidence.disk")
record DiskSettings(
        Path folder,
        @DefaultValue("20000") @Min(1) @Max(50_000) int files,
        @DefaultValue("4TB") DataSize largest) {}
