package org.comity.directory.trust;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every list that we took from the operator. */
@Repository
class KnownLists {

    private final JdbcClient db;

    KnownLists(JdbcClient db) {
        this.db = db;
    }

    void keep(DirectoryList.Signed signed, Instant now) {
        db.sql("""
                insert into directory.list (sequence, hash, valid_until, json, taken_at)
                values (:sequence, :hash, :until, :json, :now)
                on conflict (sequence) do nothing
                """)
                .param("sequence", signed.list().sequence())
                .param("hash", signed.list().hash())
                .param("until", signed.list().validUntil().atOffset(UTC))
                .param("json", signed.json())
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<DirectoryList.Signed> newest() {
        return db.sql("select json from directory.list order by sequence desc limit 1")
                .query((row, n) -> DirectoryList.Signed.read(row.getBytes("json")))
                .optional();
    }

    /** The last hundred, newest first. */
    List<Directory.Position> positions() {
        return db.sql("select sequence, hash from directory.list order by sequence desc limit 100")
                .query((row, n) -> new Directory.Position(row.getLong("sequence"), row.getString("hash")))
                .list();
    }
}
