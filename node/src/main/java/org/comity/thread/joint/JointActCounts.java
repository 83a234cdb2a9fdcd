package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    /** By when they came here: from an index alone. */
    private static final String KEPT = """
            select count(*) filter (where kept_at > :hour) as hour, count(*) as day, coalesce(sum(stored), 0) as bytes
              from thread.joint_act where thread = :thread and author = :author and kept_at > :day
            """;

    /** By when they were registered, where that was before. */
    private static final String SAID = """
            select count(*) filter (where said > :hour) as hour, count(*) as day, coalesce(sum(stored), 0) as bytes
              from (select a.stored, least(a.kept_at,
                           (convert_from(e.json, 'UTF8')::jsonb #>> '{entry,time}')::timestamptz) as said
                      from thread.joint_act a left join thread.joint_entry e on e.act = a.id
                     where a.thread = :thread and a.author = :author and a.kept_at > :day) as each
             where said > :day
            """;

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
        if (broken(counted(KEPT, thread, author), bytes, parties).isEmpty()) return;
        // A register that was fetched today is not what its authors said today.
        broken(counted(SAID, thread, author), bytes, parties).ifPresent(it -> {
            throw new Refused("too-fast", it);
        });
    }

    private static Optional<String> broken(Count count, long bytes, int parties) {
        if (count.hour() >= ACTS_OF_AN_HOUR) return Optional.of("60 acts within an hour");
        if (count.day() >= ACTS_OF_A_DAY) return Optional.of("500 acts within a day");
        return (count.bytes() + bytes) * parties > BYTES_OF_A_DAY
                ? Optional.of("2 GiB within a day, all parties together")
                : Optional.empty();
    }

    private Count counted(String sql, String thread, String author) {
        var now = clock.instant();
        return db.sql(sql)
                .param("thread", thread)
                .param("author", author)
                .param("hour", now.minus(HOUR).atOffset(UTC))
                .param("day", now.minus(DAY).atOffset(UTC))
                .query(Count.class)
                .single();
    }
}
