package org.comity.casework.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.unanswered_call}: calls that nobody answered, until their request is sent or thrown away. */
@Repository
class UnansweredCallRows {

    /** Of one request; a hundredth call says nothing new. */
    private static final int MOST = 100;

    private final JdbcClient db;

    UnansweredCallRows(JdbcClient db) {
        this.db = db;
    }

    void add(String draft, Row call) {
        db.sql("""
                insert into cooperation.unanswered_call (draft, at, called, number, official)
                select :draft, :at, :called, :number, :official
                 where (select count(*) from cooperation.unanswered_call where draft = :draft) < :most
                """)
                .param("draft", draft)
                .param("at", InstantColumn.value(call.at()))
                .param("called", call.called())
                .param("number", call.number())
                .param("official", call.official())
                .param("most", MOST)
                .update();
    }

    /** In their order. */
    List<Row> of(String draft) {
        return db.sql("select * from cooperation.unanswered_call where draft = :draft order by id limit " + MOST)
                .param("draft", draft)
                .query(UnansweredCallRows::row)
                .list();
    }

    void move(String from, String to) {
        db.sql("update cooperation.unanswered_call set draft = :to where draft = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    void forget(String draft) {
        db.sql("delete from cooperation.unanswered_call where draft = :draft")
                .param("draft", draft)
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                InstantColumn.instant(row, "at"),
                row.getString("called"),
                row.getString("number"),
                row.getString("official"));
    }

    /** @param called the authority whose number was rung, e.g. {@code XB-1} */
    record Row(Instant at, String called, String number, String official) {}
}
