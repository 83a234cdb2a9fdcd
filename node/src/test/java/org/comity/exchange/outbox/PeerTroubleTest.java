package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.comity.exchange.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A peer that is away for hours is one line an hour, and one when it is back. */
class PeerTroubleTest {

    private final SettableClock clock = new SettableClock();
    private final PeerTrouble trouble = new PeerTrouble(clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void start() {
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    @Test
    void the_first_failure_is_written_the_others_are_counted_and_the_end_is_said() {
        for (int i = 0; i < 300; i++) trouble.failed("XB-1", "not-reached", "act " + i, "refused");
        assertThat(lines()).singleElement().asString().contains("act 0 to XB-1 not delivered: not-reached (refused)");

        clock.forward(Duration.ofMinutes(61));
        for (int i = 0; i < 300; i++) trouble.failed("XB-1", "not-reached", "act " + i, "refused");
        assertThat(lines()).hasSize(2).last().asString().contains("XB-1", "300 further attempts");

        trouble.failed("XB-1", "http-503", "act 1", "closed");
        trouble.failed("XC-1", "not-reached", "act 2", "refused");
        assertThat(lines()).hasSize(4);

        trouble.worked("XB-1");
        trouble.worked("XB-1");
        assertThat(lines()).hasSize(5).last().asString().contains("XB-1 takes what we send again, after PT1H1M");
        trouble.failed("XB-1", "not-reached", "act 3", "refused");
        assertThat(lines()).hasSize(6);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(PeerTrouble.class);
    }
}
