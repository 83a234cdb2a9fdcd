package org.comity.board.follow;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.comity.board.ShownBoards;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code board.shown}: what hosts show to this node alone. */
@Repository
class ShownRows implements ShownBoards {

    /** What its host does not confirm for so long is not shown any more, whatever the reason. */
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final Clock clock;

    ShownRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<ShownEntry> all() {
        return db.sql("select * from board.shown where heard > :oldest order by host, board, subject")
                .param("oldest", oldest())
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
                insert into board.shown (host, board, subject, body, since, heard)
                values (:host, :board, :subject, :body, :at, :at)
                on conflict (host, board, subject) do update set body = :body, heard = :at
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

    /** What these hosts showed stays until nobody confirmed it for too long; what others showed goes at once. */
    void keepOnly(Collection<String> hosts) {
        db.sql("delete from board.shown where heard <= :oldest or host <> all(:hosts)")
                .param("oldest", oldest())
                .param("hosts", hosts.toArray(String[]::new))
                .update();
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(UTC);
    }
}
