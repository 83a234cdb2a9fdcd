package org.comity.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.comity.clock.RetryPause;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server of one's own authority; without {@code host} no mail leaves.
 *
 * @param folder in practice, in place of a server: each mail is a file there
 * @param tls {@code starttls} is demanded, not only offered
 * @param trust PEM file of who may vouch for the server, in place of the machine's own list
 * @param user and {@code password}: where the server asks who we are
 * @param timeout of connecting and of each answer
 * @param claim how long one mail may take before another process may try it
 * @param firstPause before the second attempt; doubled each time, with jitter
 */
@Validated
@ConfigurationProperties("node.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Path folder,
        @DefaultValue("587") @Min(1) @Max(65_535) int port,
        @Nullable String from,
        @DefaultValue("STARTTLS") Tls tls,
        @Nullable Path trust,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("5m") Duration claim,
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue("1h") Duration longestPause) {

    enum Tls {
        STARTTLS,
        IMPLICIT,
        NONE
    }

    MailSettings {
        if (host != null && host.isBlank()) {
            host = null;
        }
        if (host != null && folder != null) {
            throw new IllegalArgumentException(
                    "node.mail.folder is for practice, and has no place beside node.mail.host");
        }
        if ((host != null || folder != null) && (from == null || from.isBlank())) {
            throw new IllegalArgumentException("node.mail.from is needed where node.mail.host is set");
        }
    }

    boolean on() {
        return host != null || folder != null;
    }

    Duration pause(int attempts) {
        return new RetryPause(firstPause, longestPause, RandomGenerator.getDefault()).after(attempts);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "MailSettings[%s:%d, %s]".formatted(host, port, tls);
    }
}
