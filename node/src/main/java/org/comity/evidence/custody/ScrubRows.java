package org.comity.evidence.custody;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which items are to be read again, and when each was. */
@Repository
class ScrubRows {

    static final String TO_SCRUB = """
            select *
              from evidence.item
             where state in ('SEALED', 'MATCHED')
               and coalesce(scrubbed_at, begun_at) < :since
               and (unread_at is null or unread_at < :tried)
             order by coalesce(scrubbed_at, begun_at)
             limit 1
            """;

    private final JdbcClient db;

    ScrubRows(JdbcClient db) {
        this.db = db;
    }

    /** It was read from end to end, and is right. */
    void scrubbed(UUID item, Instant at) {
        db.sql("update evidence.item set scrubbed_at = :at, unread_at = null where id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", item)
                .update();
    }

    void unread(UUID item, Instant at) {
        db.sql("update evidence.item set unread_at = :at where id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", item)
                .update();
    }

    /** What is to be read again from time to time. */
    ScrubPlan.Held held() {
        return db.sql("""
                select count(*) as n, coalesce(sum(payload_size), 0)::bigint as bytes
                  from evidence.item
                 where state in ('SEALED', 'MATCHED')
                """)
                .query((row, n) -> new ScrubPlan.Held(row.getLong("n"), row.getLong("bytes")))
                .single();
    }

    /** A hundred at most, other ones each time. */
    List<Item> missing() {
        return db.sql("select * from evidence.item where state = 'MISSING' order by random() limit 100")
                .query(ItemRows::item)
                .list();
    }

    /**
     * The item whose bytes were not read for longest, if that is before {@code since}.
     *
     * @param tried what could not be read since then is left out
     */
    Optional<Item> toScrub(Instant since, Instant tried) {
        return db.sql(TO_SCRUB)
                .param("since", since.atOffset(UTC))
                .param("tried", tried.atOffset(UTC))
                .query(ItemRows::item)
                .optional();
    }
}
