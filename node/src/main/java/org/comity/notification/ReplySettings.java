package org.comity.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where answers to digests come in; without {@code folder} nobody answers by mail.
 *
 * @param folder a Maildir into which our own authority's server delivers what comes to {@code address} with {@code +…}
 * @param address e.g. {@code rooms@xa.example}
 * @param within days in which an address answers
 * @param mostADay answers of one official that are taken in a day
 */
@Validated
@ConfigurationProperties("node.replies")
record ReplySettings(
        @Nullable Path folder,
        @Nullable String address,
        @DefaultValue("P14D") Duration within,
        @DefaultValue("10") @Min(1) @Max(200) int mostADay) {

    ReplySettings {
        if (folder != null && (address == null || !address.matches("[A-Za-z0-9._-]{1,20}@[A-Za-z0-9.-]{1,200}"))) {
            throw new IllegalArgumentException("node.replies.address is needed where node.replies.folder is set");
        }
    }

    boolean on() {
        return folder != null;
    }
}
