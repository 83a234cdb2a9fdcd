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

    /** @param schema whose tables they name: others are read by the clock, e.g. the list of States when it is old */
    public static int of(String schema, Runnable what) {
        return (int) sent(what).stream().filter(it -> it.contains(schema + ".")).count();
    }

    /** The statements themselves, of whatever schema. */
    public static List<String> sent(Runnable what) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var additive = logger.isAdditive();
        var said = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                // Its thread is named when it is asked for, and that has to be here.
                event.getThreadName();
                super.append(event);
            }
        };
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
        return List.copyOf(said.list).stream()
                .filter(it -> it.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(it -> it.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
