package org.comity.casework.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rule of this node.
 *
 * @param afterEnd how long after its end the words of a request stay, at least 30 days: by then every sending was delivered
 *     or given up; null: no rule, nothing is deleted
 * @param notice how long a new or changed rule is shown before it deletes anything
 */
@ConfigurationProperties("node.retention")
record RetentionSettings(
        @Nullable Duration afterEnd, @DefaultValue("7d") Duration notice) {

    static final Duration SHORTEST = Duration.ofDays(30);

    RetentionSettings {
        if (afterEnd != null && afterEnd.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("node.retention.after-end is at least 30d, not " + afterEnd);
        }
        if (notice.isNegative()) {
            throw new IllegalArgumentException("node.retention.notice is not negative");
        }
    }
}
