package org.comity.board.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.PracticeHosts;
import org.comity.proof.feed.Audience;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Boards are counted as what stands on them comes and goes, at the host and where it is followed. */
class CountingBoardsTest extends FollowingCase {

    @Test
    void boards_are_counted_as_what_stands_there_comes_and_goes() {
        var hostDb = JdbcClient.create(source);
        var chance = new Random(5);
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 30; i++) {
                var board = chance.nextBoolean() ? "treaty" : "needs";
                var subject = "s" + chance.nextInt(8);
                var audience = chance.nextBoolean() ? Audience.PUBLIC : Audience.PARTICIPANTS;
                clock.pass(Duration.ofSeconds(1));
                if (chance.nextInt(3) == 0) host.boards.withdraw(board, subject, "over");
                else host.boards.publish(board, subject, audience, Map.of("title", "t" + i));
            }
            xa.turn();
            counted(host.own, hostDb, "select 'XS-1' as host, board, standing, at, null as taken from board.entry");
            counted(xa.held, xa.db, "select host, board, standing, at, taken from board.held");
        }
        host.boards.publish("treaty", "s0", Audience.PUBLIC, Map.of("title", "last"));
        xa.turn();
        var feed = xa.feed(Audience.PUBLIC).name();
        xa.rows.stop(feed, "shrunk", clock.instant());
        assertThat(xa.rows.forgetStopped(feed)).isTrue();
        counted(xa.held, xa.db, "select host, board, standing, at, taken from board.held");
        assertThat(xa.held.openBoards()).isEmpty();
    }

    private static void counted(BoardSource source, JdbcClient db, String all) {
        var open = all + " where split_part(audience, '-', 1) = 'public'";
        assertThat(source.boards()).containsExactlyInAnyOrderElementsOf(recounted(db, all));
        assertThat(source.openBoards()).containsExactlyInAnyOrderElementsOf(recounted(db, open));
        for (var each : source.boards()) {
            assertThat(source.board(each.host(), each.name(), false)).contains(each);
        }
        for (var each : source.openBoards()) {
            assertThat(source.board(each.host(), each.name(), true)).contains(each);
        }
    }

    private static List<HeldBoard> recounted(JdbcClient db, String all) {
        return db.sql("""
                        select host, board, count(*) filter (where standing) as standing, max(at) as news,
                               cast(min(taken) as timestamptz) as since
                          from (%s) as every group by host, board
                        """.formatted(all))
                .query((row, n) -> new HeldBoard(
                        row.getString("host"),
                        row.getString("board"),
                        row.getLong("standing"),
                        row.getTimestamp("news").toInstant(),
                        row.getTimestamp("since") == null
                                ? null
                                : row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Anybody may ask for the list of boards, as often as they like. */
    @Test
    void whoever_reads_the_list_of_boards_or_looks_for_one_reads_no_entry() {
        for (int i = 0; i < 20; i++) host.boards.publish("treaty", "s" + i, Audience.PUBLIC, Map.of("title", "t" + i));
        xa.turn();

        assertThat(entriesRead(source, host.own)).isZero();
        assertThat(entriesRead(sourceOf(3), xa.held)).isZero();
    }

    private static long entriesRead(DataSource source, BoardSource boards) {
        return new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
            long before = entriesRead(source);
            assertThat(boards.boards()).hasSize(1);
            assertThat(boards.openBoards()).hasSize(1);
            assertThat(boards.board(PracticeHosts.HOST, "treaty", true)).isPresent();
            return entriesRead(source) - before;
        });
    }

    private static long entriesRead(DataSource source) {
        return JdbcClient.create(source).sql("""
                        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
                          from pg_stat_xact_user_tables
                         where schemaname = 'board' and relname in ('entry', 'held')
                        """).query(Long.class).single();
    }
}
