package org.comity.board.follow;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.comity.board.ShownBoards;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code board.shown}: what hosts show to this node alone. */
@Repository
class ShownRows implements ShownBoards {

    private final JdbcClient db;

    ShownRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<ShownEntry> all() {
        return db.sql("select * from board.shown order by host, board, subject")
                .query((row, _) -> new ShownEntry(
                        row.getString("host"),
                        row.getString("board"),
                        row.getString("subject"),
                        CanonicalJson.read(row.getBytes("body")),
                        InstantColumn.instant(row, "since")))
                .list();
    }

    void put(String host, String board, String subject, byte[] body, Instant at) {
        db.sql("""
                insert into board.shown (host, board, subject, body, since) values (:host, :board, :subject, :body, :at)
                on conflict (host, board, subject) do update set body = :body
                """)
                .param("host", host)
                .param("board", board)
                .param("subject", subject)
                .param("body", body)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void delete(String host, String board, String subject) {
        db.sql("delete from board.shown where host = :host and board = :board and subject = :subject")
                .param("host", host)
                .param("board", board)
                .param("subject", subject)
                .update();
    }
}
