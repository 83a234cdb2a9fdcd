package org.comity.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nine hundred failures of one outage are one stack, a count, and an end. */
class OutageLoggingTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private volatile boolean answers;
    private OutageLogging outage;
    private Logger scheduled;
    private Logger outbox;

    @BeforeEach
    void start() {
        outage = new OutageLogging(() -> answers, clock());
        context.addTurboFilter(outage);
        written.start();
        context.getLogger("ROOT").addAppender(written);
        scheduled = context.getLogger("org.springframework.scheduling.support.TaskUtils");
        outbox = context.getLogger("org.comity.exchange.outbox.DispatchingOutbox");
        said.start();
        own().setLevel(Level.INFO);
        own().addAppender(said);
    }

    @AfterEach
    void stop() {
        own().detachAppender(said);
        own().setLevel(null);
        outage.end();
    }

    @Test
    void one_outage_writes_one_stack_a_count_and_its_end() {
        outbox.warn(
                "the outbox could not be looked at: {}",
                "org.springframework.jdbc.CannotGetJdbcConnectionException: x");
        for (int i = 0; i < 900; i++) {
            scheduled.error("Unexpected error occurred in scheduled task", away());
            outbox.warn(
                    "the outbox could not be looked at: {}",
                    "org.postgresql.util.PSQLException: FATAL: terminating connection due to crash");
            outbox.error("Item {} could not be matched", "x", away());
        }
        assertThat(written.list).hasSize(2);
        assertThat(written.list)
                .filteredOn(it -> it.getThrowableProxy() != null)
                .hasSize(1);

        assertThat(outage.look()).isTrue();
        assertThat(said.list).isEmpty();
        now.set(NOON.plus(Duration.ofMinutes(10)));
        assertThat(outage.look()).isTrue();
        assertThat(said.list.getFirst().getFormattedMessage())
                .contains("has not answered since", "2699 further failures");

        now.set(NOON.plus(Duration.ofMinutes(11)));
        answers = true;
        assertThat(outage.look()).isFalse();
        assertThat(said.list.getLast().getFormattedMessage())
                .contains("answers again, after PT11M", "2699 further failures");
    }

    @Test
    void the_next_outage_has_its_own_stack_and_what_is_no_outage_is_written_as_ever() {
        scheduled.error("task", away());
        scheduled.error("task", away());
        for (int i = 0; i < 3; i++) scheduled.error("task", new IllegalStateException("a fault of the program"));
        scheduled.error("task", new IllegalStateException(new SQLException("duplicate key", "23505")));
        for (int i = 0; i < 3; i++)
            outbox.warn("act {} was not kept: {}", i, "PSQLException: ERROR: duplicate key value");
        assertThat(written.list).hasSize(8);

        answers = true;
        outage.look();
        scheduled.error("task", new IllegalStateException(new SQLTransientConnectionException("none to give")));
        assertThat(written.list)
                .hasSize(9)
                .last()
                .satisfies(it -> assertThat(it.getThrowableProxy()).isNotNull());
    }

    private static RuntimeException away() {
        return new IllegalStateException("scheduled", new SQLException("terminating connection", "57P01"));
    }

    private static ch.qos.logback.classic.Logger own() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(OutageLogging.class);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
