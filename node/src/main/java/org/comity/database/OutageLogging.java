package org.comity.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes one failure with its stack for each outage of the database and counts the others, whoever logs them; says from time
 * to time that it lasts, and when it is over.
 */
@Component
class OutageLogging extends TurboFilter {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLogging.class);
    private static final Duration SAID_AGAIN = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ANSWERS_WITHIN = 2;
    private static final int DEEPEST = 20;

    /** Each writes one line without a stack, which somebody on the phone reads out. */
    private static final String INCIDENTS = "org.comity.ui.errors.IncidentNumbers";

    /** As far as words tell that the database is meant, where no exception was handed over. */
    private static final List<String> NAMES = List.of(
            "CannotGetJdbcConnection",
            "CannotCreateTransaction",
            "SQLTransientConnection",
            "SQLNonTransientConnection",
            "DataAccessResourceFailure",
            "HikariPool",
            "This connection has been closed",
            "terminating connection",
            "the database system is ");

    private final BooleanSupplier answers;
    private final Clock clock;
    private @Nullable Instant since;
    private Instant said = Instant.MIN;
    private boolean stackWritten;
    private long counted;
    private @Nullable Thread watching;

    @Autowired
    OutageLogging(DataSource source, Clock clock) {
        this(() -> answers(source), clock);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) context.addTurboFilter(this);
    }

    /** @param answers whether the database does, at this moment */
    OutageLogging(BooleanSupplier answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        boolean written = level.isGreaterOrEqual(Level.WARN) && level.isGreaterOrEqual(logger.getEffectiveLevel());
        if (!written || format == null) return FilterReply.NEUTRAL;
        if (logger.getName().equals(log.getName()) || logger.getName().equals(INCIDENTS)) return FilterReply.NEUTRAL;
        var failure = thrown == null ? among(params) : thrown;
        boolean database = failure == null ? speaks(logger, format, params) : isOutage(failure);
        return database ? failed(failure != null) : FilterReply.NEUTRAL;
    }

    private synchronized FilterReply failed(boolean stack) {
        boolean begins = since == null;
        if (begins) {
            since = clock.instant();
            said = clock.instant();
            stackWritten = false;
            counted = 0;
            watch();
        }
        boolean written = begins || stack && !stackWritten;
        stackWritten |= stack && written;
        if (!written) counted++;
        return written ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private void watch() {
        watching = Thread.ofVirtual().name("database-outage").start(() -> {
            try {
                do {
                    Thread.sleep(PAUSE);
                } while (look());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** @return whether the outage lasts */
    boolean look() {
        boolean over = answers.getAsBoolean();
        synchronized (this) {
            if (since == null) return false;
            var now = clock.instant();
            if (over) {
                log.info(
                        "The database answers again, after {}; {} further failures were not written one by one",
                        Duration.between(since, now),
                        counted);
                since = null;
                return false;
            }
            if (!said.plus(SAID_AGAIN).isAfter(now)) {
                log.warn("The database has not answered since {}; {} further failures until now", since, counted);
                said = now;
            }
            return true;
        }
    }

    private static @Nullable Throwable among(Object @Nullable [] params) {
        return params == null
                ? null
                : (Throwable) Stream.of(params)
                        .filter(Throwable.class::isInstance)
                        .findFirst()
                        .orElse(null);
    }

    /** SQLSTATE 08: no connection; 57P: it is stopped, or starts. Else a pool that has none to give. */
    private static boolean isOutage(Throwable failure) {
        int depth = 0;
        for (Throwable at = failure; at != null && depth < DEEPEST; at = at.getCause(), depth++) {
            if (at instanceof java.sql.SQLTransientConnectionException) return true;
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith("08") || state.startsWith("57P")) return true;
            }
        }
        return false;
    }

    private static boolean speaks(Logger logger, String format, Object @Nullable [] params) {
        if (logger.getName().startsWith("com.zaxxer.hikari")) return true;
        var words = Stream.concat(
                Stream.of(format),
                params == null ? Stream.empty() : Stream.of(params).map(String::valueOf));
        return words.anyMatch(it -> NAMES.stream().anyMatch(it::contains));
    }

    private static boolean answers(DataSource source) {
        try (var connection = source.getConnection()) {
            return connection.isValid(ANSWERS_WITHIN);
        } catch (SQLException e) {
            return false;
        }
    }

    @PreDestroy
    void end() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
            context.getTurboFilterList().remove(this);
        var running = watching;
        if (running != null) running.interrupt();
    }
}
