package org.comity.casework.compose;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.draft_call}: the call before a request, until that is sent or thrown away. */
@Repository
class CallRows {

    private final JdbcClient db;

    CallRows(JdbcClient db) {
        this.db = db;
    }

    void put(String draft, PriorCall call) {
        db.sql("""
                insert into cooperation.draft_call (draft, at, person, said, number, official)
                values (:draft, :at, :person, :said, :number, :official)
                on conflict (draft) do update
                   set at = excluded.at, person = excluded.person, said = excluded.said, number = excluded.number,
                       official = excluded.official
                """)
                .param("draft", draft)
                .param("at", call.at() == null ? null : call.at().atOffset(UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("person", call.person())
                .param("said", call.said())
                .param("number", call.number())
                .param("official", call.official())
                .update();
    }

    Optional<PriorCall> find(String draft) {
        return db.sql("select * from cooperation.draft_call where draft = :draft")
                .param("draft", draft)
                .query(CallRows::call)
                .optional();
    }

    /** Takes it away for good: whoever gets it writes it down. */
    Optional<PriorCall> take(String draft) {
        return db.sql("delete from cooperation.draft_call where draft = :draft returning *")
                .param("draft", draft)
                .query(CallRows::call)
                .optional();
    }

    private static PriorCall call(ResultSet row, int n) throws SQLException {
        return new PriorCall(
                row.getObject("at") == null ? null : InstantColumn.instant(row, "at"),
                row.getString("person"),
                row.getString("said"),
                row.getString("number"),
                row.getString("official"));
    }
}
