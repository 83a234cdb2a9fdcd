package org.comity.database;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the PostgreSQL that a node brings along again when it ended by itself: killed for its memory, or by a full disk.
 * While it keeps ending the pauses grow, so that a disk that stays full is not worn and the log stays readable.
 */
final class RestartingPostgres {

    static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** What ran for so long is not the one that keeps ending. */
    private static final Duration STEADY = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(RestartingPostgres.class);

    private final LocalPostgres postgres;

    private RestartingPostgres(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    /** Until it is closed. */
    static LocalPostgres whenItEnds(LocalPostgres postgres) {
        Thread.ofPlatform().daemon().name("postgres-watch").start(new RestartingPostgres(postgres)::watch);
        return postgres;
    }

    private void watch() {
        int ends = 0;
        try {
            while (!postgres.closed()) {
                long since = System.nanoTime();
                int code = postgres.server().waitFor();
                if (postgres.closed()) {
                    return;
                }
                ends = System.nanoTime() - since > STEADY.toNanos() ? 1 : ends + 1;
                log.error("PostgreSQL ended by itself ({}); it is started again in {}", code, pause(ends));
                Thread.sleep(pause(ends));
                start();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        try {
            postgres.startAgain();
            log.warn("PostgreSQL runs again");
        } catch (IOException | RuntimeException failed) {
            if (!postgres.closed()) {
                log.error("PostgreSQL could not be started: {}", failed.getMessage());
            }
        }
    }

    /** @param ends how often it ended in a row, at least 1 */
    static Duration pause(int ends) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(ends - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
