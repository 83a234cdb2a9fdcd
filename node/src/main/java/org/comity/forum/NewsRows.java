package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts by room what was said since a moment, as far as a reader may read it. */
@Repository
class NewsRows {

    private final JdbcClient db;

    NewsRows(JdbcClient db) {
        this.db = db;
    }

    /** What stands of what others than this reader said. */
    Map<String, Long> byOthers(Readable readable, Instant since) {
        var counted = new HashMap<String, Long>();
        db.sql("""
                select p.room, count(*) as said from forum.post p where p.at >= :since and %s %s
                   and not exists (select from forum.speaker s where s.post = p.id and s.person = :person) group by p.room
                """.formatted(Readable.POSTS, PostRows.STANDS))
                .param("since", since.atOffset(UTC))
                .params(readable.parameters())
                .query(row -> {
                    counted.put(row.getString("room"), row.getLong("said"));
                });
        return counted;
    }
}
