package org.comity.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that a piece of code sends to the database, by what Spring logs of them on this thread. */
public final class CountedStatements {

    private CountedStatements() {}

    public static int of(Runnable what) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var additive = logger.isAdditive();
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        logger.addAppender(said);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            what.run();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(additive);
            logger.detachAppender(said);
        }
        var thread = Thread.currentThread().getName();
        return (int) List.copyOf(said.list).stream()
                .filter(it -> it.getThreadName().equals(thread))
                .filter(it -> it.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }
}
