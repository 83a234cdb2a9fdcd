package org.comity.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.comity.database.PracticeDatabase;
import org.comity.exchange.SettableClock;
import org.comity.identity.settings.IdentitySettingsForTests;
import org.comity.identity.settings.SignInLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A token says whose it is until it ends, and notes its use once a minute. */
class JdbcApiTokensTest {

    private static final Duration LIFE = Duration.ofDays(90);

    private final SettableClock clock = new SettableClock();
    private JdbcClient db;
    private TransactionTemplate transaction;
    private JdbcApiTokens tokens;
    private String token;

    @BeforeEach
    void a_token_of_sorane() throws Exception {
        var source = PracticeDatabase.fresh("identity");
        db = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var limits = new SignInLimits(5, 5, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(24), LIFE);
        var settings = IdentitySettingsForTests.with(limits);
        tokens = new JdbcApiTokens(db, clock, settings);
        db.sql("insert into identity.person (id, name, pseudonym, handle, duties, created_at)"
                        + " values ('sorane', 'S', 'P-1', '\\x01', '{}', now())")
                .update();
        token = tokens.create("sorane", "program").orElseThrow();
    }

    @Test
    void a_use_is_noted_once_a_minute() {
        assertThat(lastUsed()).isNull();
        var before = clock.instant();
        assertThat(tokens.person(token)).contains("sorane");
        var first = lastUsed();
        assertThat(first).isBetween(before, clock.instant());

        clock.forward(Duration.ofSeconds(30));
        assertThat(tokens.person(token)).contains("sorane");
        assertThat(lastUsed()).isEqualTo(first);

        clock.forward(Duration.ofSeconds(31));
        assertThat(tokens.person(token)).contains("sorane");
        assertThat(lastUsed()).isAfter(first);

        clock.forward(Duration.ofHours(-1));
        assertThat(tokens.person(token)).contains("sorane");
        assertThat(lastUsed()).as("a clock that was set back").isBefore(first);
    }

    @Test
    void within_that_minute_no_request_waits_for_another() {
        assertThat(tokens.person(token)).contains("sorane");
        transaction.executeWithoutResult(it -> {
            db.sql("select hash from identity.api_token for update")
                    .query(String.class)
                    .single();
            assertThat(CompletableFuture.supplyAsync(() -> tokens.person(token))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .contains("sorane");
        });
    }

    @Test
    void it_ends() {
        clock.forward(LIFE);
        assertThat(tokens.person(token)).isEmpty();
        assertThat(lastUsed()).isNull();
    }

    private Instant lastUsed() {
        return tokens.of("sorane").getFirst().lastUsed();
    }
}
