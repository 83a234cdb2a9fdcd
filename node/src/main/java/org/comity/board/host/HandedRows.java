package org.comity.board.host;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.comity.board.HandedToParticipants;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code board.handed}: what single participants took, by the hash of its body. */
@Repository
class HandedRows implements HandedToParticipants {

    private final JdbcClient db;

    HandedRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<String, Handed> of(String board, String subject) {
        var all = new HashMap<String, Handed>();
        db.sql("select participant, body, at from board.handed where board = :board and subject = :subject")
                .param("board", board)
                .param("subject", subject)
                .query(row -> {
                    all.put(
                            row.getString("participant"),
                            new Handed(InstantColumn.instant(row, "at"), row.getString("body")));
                });
        return Map.copyOf(all);
    }

    @Override
    public void forget(String board, String subject) {
        db.sql("delete from board.handed where board = :board and subject = :subject")
                .param("board", board)
                .param("subject", subject)
                .update();
    }

    /** Hashes of what this participant took last of a board, by subject. */
    Map<String, String> to(String participant, String board) {
        var all = new HashMap<String, String>();
        db.sql("select subject, body from board.handed where participant = :participant and board = :board")
                .param("participant", participant)
                .param("board", board)
                .query(row -> {
                    all.put(row.getString("subject"), row.getString("body"));
                });
        return all;
    }

    /** @return false if somebody wrote the same meanwhile */
    boolean handed(String participant, String board, String subject, String body, Instant at) {
        return db.sql("""
                insert into board.handed (board, subject, participant, body, at)
                values (:board, :subject, :participant, :body, :at)
                on conflict (board, subject, participant) do update set body = :body, at = :at
                 where board.handed.body <> :body
                """)
                        .param("board", board)
                        .param("subject", subject)
                        .param("participant", participant)
                        .param("body", body)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }
}
