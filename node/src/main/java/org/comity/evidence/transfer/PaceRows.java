package org.comity.evidence.transfer;

import java.sql.Types;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officials set for one participant, or, under {@code ""}, for all others. */
@Repository
class PaceRows {

    private final JdbcClient db;

    PaceRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param bytesPerSecond null: as the line gives
     * @param opens null: always
     */
    record Row(
            String participant,
            @Nullable Long bytesPerSecond,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {}

    void put(Row row) {
        db.sql("""
                insert into evidence.pace (participant, bytes_per_second, opens, closes)
                values (:participant, :rate, :opens, :closes)
                on conflict (participant) do update
                   set bytes_per_second = :rate, opens = :opens, closes = :closes
                """)
                .param("participant", row.participant())
                .param("rate", row.bytesPerSecond(), Types.BIGINT)
                .param("opens", row.opens(), Types.TIME)
                .param("closes", row.closes(), Types.TIME)
                .update();
    }

    /** Its own line, else that for all others. */
    Optional<Row> of(String participant) {
        return db.sql("""
                select * from evidence.pace where participant in (:participant, '') order by participant desc limit 1
                """)
                .param("participant", participant)
                .query(PaceRows::row)
                .optional();
    }

    List<Row> all() {
        return db.sql("select * from evidence.pace order by participant limit 1000")
                .query(PaceRows::row)
                .list();
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Row(
                row.getString("participant"),
                row.getObject("bytes_per_second", Long.class),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }
}
