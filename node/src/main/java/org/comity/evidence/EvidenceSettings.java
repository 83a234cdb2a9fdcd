package org.comity.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where evidence lies, and how it is looked after.
 *
 * @param folder the vault; of this node alone
 * @param addingAtOnce items that are kept open while bytes come; each takes some 10 MB of memory
 * @param addingOfOne files that one person or program brings at a time
 * @param scrubAfter an item is read again when it was not read for this long
 * @param scrubPace bytes a second that re-reading may take from the disk
 * @param s3 where items are kept once they are whole, if not in the folder
 */
@Validated
@ConfigurationProperties("node.evidence")
public record EvidenceSettings(
        Path folder,
        @DefaultValue("8") @Min(1) @Max(200) int addingAtOnce,
        @DefaultValue("4") @Min(1) @Max(200) int addingOfOne,
        @DefaultValue("30d") Duration scrubAfter,
        @DefaultValue("16MB") DataSize scrubPace,
        @Nullable @Valid S3 s3) {

    /**
     * A bucket of any store that speaks S3.
     *
     * @param endpoint null: the provider's own for this region
     * @param prefix what every key begins with, e.g. {@code xa-1/}
     * @param secretFile holds the secret that belongs to the access key
     * @param pathStyle the bucket stands in the path and not before the host
     */
    public record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @NotBlank String bucket,
            @DefaultValue("") String prefix,
            @NotBlank String accessKey,
            @NotNull Path secretFile,
            @DefaultValue("true") boolean pathStyle) {}
}
