package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.comity.thread.Threads.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bounds how fast one party fills a joint thread that we keep, since whatever it sends leaves for all others (R170, R171). */
@Repository
class JointActCounts {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long ACTS_OF_AN_HOUR = 60;
    private static final long ACTS_OF_A_DAY = 500;
    private static final long BYTES_OF_A_DAY = 2L << 30;

    private final JdbcClient db;
    private final Clock clock;

    JointActCounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Count(long hour, long day, long bytes) {}

    /**
     * @param bytes of one act more
     * @param parties to whom each byte goes
     * @throws Refused {@code too-fast}, which passes by itself
     */
    void mustHaveRoom(String thread, String author, long bytes, int parties) {
        var now = clock.instant();
        var count = db.sql("""
                select count(*) filter (where kept_at > :hour) as hour, count(*) as day,
                       coalesce(sum(stored), 0) as bytes
                  from thread.joint_act
                 where thread = :thread and author = :author and kept_at > :day
                """)
                .param("thread", thread)
                .param("author", author)
                .param("hour", now.minus(HOUR).atOffset(UTC))
                .param("day", now.minus(DAY).atOffset(UTC))
                .query(Count.class)
                .single();
        if (count.hour() >= ACTS_OF_AN_HOUR) throw new Refused("too-fast", "60 acts within an hour");
        if (count.day() >= ACTS_OF_A_DAY) throw new Refused("too-fast", "500 acts within a day");
        if ((count.bytes() + bytes) * parties > BYTES_OF_A_DAY) {
            throw new Refused("too-fast", "2 GiB within a day, all parties together");
        }
    }
}
