package org.comity.viewer;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which item open, and until when. */
@Repository
class ViewingRows {

    private final JdbcClient db;

    ViewingRows(JdbcClient db) {
        this.db = db;
    }

    void open(UUID viewing, UUID item, String official, Instant until) {
        db.sql("insert into evidence.viewing (id, item, official, until) values (:id, :item, :official, :until)")
                .param("id", viewing)
                .param("item", item)
                .param("official", official)
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Until when, if it is open for this official now. */
    Optional<Instant> until(UUID viewing, UUID item, String official, Instant now) {
        return db.sql("""
                select until from evidence.viewing
                 where id = :id and item = :item and official = :official and until > :now
                """)
                .param("id", viewing)
                .param("item", item)
                .param("official", official)
                .param("now", now.atOffset(UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The custody keeps that it was viewed; that it was open is of no more use. */
    void forget(Instant before) {
        db.sql("delete from evidence.viewing where until < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }
}
