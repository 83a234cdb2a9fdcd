package org.comity.board.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However much stands on the boards of other hosts, what begins in one way is found without reading the rest. */
class HeldByBeginningTest {

    private static final int MANY = 5_000;

    private JdbcClient db;

    @BeforeEach
    void two_hosts_with_few_rooms_and_many_posts() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("board", 1));
        for (var host : List.of("XB-1", "XC-1")) {
            db.sql("insert into board.followed (host, audience, since) values (:host, 'public', now())")
                    .param("host", host)
                    .update();
            db.sql("""
                    insert into board.held (host, audience, k, board, subject, act, signed, envelope, standing, at, taken)
                    select :host, 'public', n, 'rooms', case when n <= 3 then 'room-' || n else 'post-' || n end,
                           lpad(n::text, 64, '0'), '', '', true, timestamptz '2027-03-01' + n * interval '1 minute', now()
                      from generate_series(1, :many) as n
                    """).param("host", host).param("many", MANY).update();
        }
        db.sql("analyze board.held").update();
    }

    @Test
    void a_beginning_is_found_by_an_index() {
        var sql = HeldRows.UNDER
                .formatted("'XB-1'", "'room-'")
                .replace(":board", "'rooms'")
                .replace(":limit", "100");
        var plan = db.sql("explain " + sql).query(String.class).list();

        assertThat(String.join("\n", plan))
                .contains("held_board", "subject >= 'room-'")
                .doesNotContain("Seq Scan");
    }

    @Test
    void several_beginnings_are_asked_at_once_and_the_newest_of_all_comes_first() {
        assertThat(db.sql(HeldRows.under(2))
                        .param("board", "rooms")
                        .param("limit", 3)
                        .param("host0", "XB-1")
                        .param("prefix0", "room-")
                        .param("host1", "XC-1")
                        .param("prefix1", "post-499")
                        .query((row, _) -> row.getString("host") + " " + row.getString("subject"))
                        .list())
                .containsExactly(
                        "XC-1 post-4999",
                        "XC-1 post-4998",
                        "XC-1 post-4997",
                        "XB-1 room-3",
                        "XB-1 room-2",
                        "XB-1 room-1");
        assertThat(new HeldRows(db).under("rooms", List.of(), 100)).isEmpty();
    }
}
