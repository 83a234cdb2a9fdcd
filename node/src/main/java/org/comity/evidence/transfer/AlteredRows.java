package org.comity.evidence.transfer;

import java.sql.Types;
import java.util.Optional;
import org.comity.evidence.wire.OfferedItem.Altered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps, of an item that was refused, which segment of it came otherwise than its sender signed it. */
@Repository
class AlteredRows {

    private final JdbcClient db;

    AlteredRows(JdbcClient db) {
        this.db = db;
    }

    /** What of a refused item is not what was signed; null where it was refused for something else. */
    void put(String manifest, @Nullable Altered altered) {
        db.sql("""
                update evidence.arrival
                   set altered_segment = :segment, altered_signed = :signed, altered_came = :came
                 where manifest = :manifest
                """)
                .param("segment", altered == null ? null : altered.segment(), Types.BIGINT)
                .param("signed", altered == null ? null : altered.signed(), Types.VARCHAR)
                .param("came", altered == null ? null : altered.came(), Types.VARCHAR)
                .param("manifest", manifest)
                .update();
    }

    /** Of an item that stands refused for it. */
    Optional<Altered> of(String manifest) {
        return db.sql("""
                select altered_segment, altered_signed, altered_came from evidence.arrival
                 where manifest = :manifest and state = 'REFUSED' and altered_segment is not null
                """)
                .param("manifest", manifest)
                .query((row, n) -> new Altered(
                        row.getLong("altered_segment"), row.getString("altered_signed"), row.getString("altered_came")))
                .optional();
    }
}
