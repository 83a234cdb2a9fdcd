package org.comity.bench.bare;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Logs as little as a node does, and nothing where the bench reads answers. */
public final class QuietLogging {

    private QuietLogging() {}

    /** @return where answers go */
    public static PrintStream please() {
        var answers = System.out;
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        return answers;
    }
}
