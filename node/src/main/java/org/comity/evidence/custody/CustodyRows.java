package org.comity.evidence.custody;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the custody of each item: entries are numbered, and only added. */
@Repository
class CustodyRows {

    private final JdbcClient db;

    CustodyRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * The next entry of the item's custody; entries of one item wait for each other.
     *
     * @return its number
     */
    int record(UUID item, Instant time, Event what, @Nullable String official, @Nullable String manifest) {
        db.sql("select id from evidence.item where id = :id for update")
                .param("id", item)
                .query(UUID.class)
                .single();
        return db.sql("""
                        insert into evidence.custody (item, n, time, what, official, manifest)
                        select :item, coalesce(max(n), 0) + 1, :time, :what, :official, :manifest
                          from evidence.custody
                         where item = :item
                        returning n
                        """)
                .param("item", item)
                .param("time", time.atOffset(UTC))
                .param("what", word(what))
                .param("official", official)
                .param("manifest", manifest)
                .query(Integer.class)
                .single();
    }

    /** Oldest first. */
    List<CustodyEntry> all(UUID item) {
        return db.sql("select * from evidence.custody where item = :item order by n")
                .param("item", item)
                .query(CustodyRows::entry)
                .list();
    }

    /** Newest first. */
    List<CustodyEntry> before(UUID item, int n, int limit) {
        return db.sql("select * from evidence.custody where item = :item and n < :n order by n desc limit :limit")
                .param("item", item)
                .param("n", n)
                .param("limit", limit)
                .query(CustodyRows::entry)
                .list();
    }

    static String word(Event what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Event event(String word) {
        return Event.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static CustodyEntry entry(ResultSet row, int n) throws SQLException {
        return new CustodyEntry(
                row.getInt("n"),
                InstantColumn.instant(row, "time"),
                event(row.getString("what")),
                row.getString("official"),
                row.getString("manifest"));
    }
}
