package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.PracticeDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of threads that were gone on from before it was kept in which, the migrations read it from the acts. */
class GoneOnBeforeTest {

    private static final String A = "00000000-0000-8000-8000-00000000000";

    @Test
    void it_is_read_from_our_effective_acts_whatever_else_others_have_said() throws Exception {
        var source = PracticeDatabase.fresh();
        var db = JdbcClient.create(source);
        migrated(source, "230.88");
        for (int n = 1; n <= 8; n++) {
            db.sql("""
                    insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at, gone_on)
                    values (:id, 'p/1', 'c/1', false, 'XA-1', 'XA-1', 'PARTY', now(), now(), :gone)
                    """).param("id", A + n).param("gone", n < 4).update();
        }
        opens(db, 4, "XA-1", "{\"facts\":{\"continues\":\"" + A + "1 3 " + "0".repeat(64) + "\"}}", "effective");
        opens(db, 5, "XA-1", "{\"facts\":{\"continues\":\"" + A + "2 3 " + "0".repeat(64) + "\"}}", "unexpected-act");
        opens(db, 6, "XB-1", "{\"facts\":{\"continues\":\"" + A + "3 3 " + "0".repeat(64) + "\"}}", "effective");
        opens(db, 7, "XA-1", "{\"facts\":{\"says\":\"\\u0000 \\\"continues\\\":\\\"" + A + "2 \"}}", "effective");
        db.sql("""
                insert into thread.invitation (thread, act, asked_n, asked_hash, role, sender, at)
                values (:id, 'x', 2, 'x', 'member', 'XB-1', now())
                """).param("id", A + 6).update();

        migrated(source, "230.89");

        assertThat(db.sql("select goes_on_in from thread.joint where gone_on order by id")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list())
                .as("not by an act without effect, nor by another's")
                .containsExactly(A + 4, "null", "null");

        opens(db, 8, "XA-1", "{\"facts\":{\"continues\":\"" + A + "1 3 " + "0".repeat(64) + "\"}}", "effective");
        says(db, "x", 6, 2, "XB-1", "{\"facts\":{\"party\":\"XA-1\"}}", "effective");
        says(
                db,
                "join",
                6,
                3,
                "XA-1",
                "{\"facts\":{\"continues\":\"" + A + "2 3 " + "0".repeat(64) + "\"}}",
                "effective");
        says(
                db,
                "late",
                6,
                4,
                "XC-1",
                "{\"facts\":{\"continues\":\"" + A + "1 3 " + "0".repeat(64) + "\"}}",
                "effective");
        migrated(source, "latest");

        assertThat(db.sql("select right(thread, 1) || right(follower, 1) from thread.joint_follower order by 1")
                        .query(String.class)
                        .list())
                .as("by join, too; not by another, nor without effect; and each of two")
                .containsExactly("14", "18", "26");
    }

    private static void opens(JdbcClient db, int thread, String author, String envelope, String effect) {
        says(db, "act" + thread, thread, 1, author, envelope, effect);
    }

    private static void says(
            JdbcClient db, String act, int thread, int n, String author, String envelope, String effect) {
        db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, kept_at, n)
                values (:act, :thread, :author, :envelope, now(), :n)
                """)
                .param("act", act)
                .param("thread", A + thread)
                .param("author", author)
                .param("n", n)
                .param("envelope", envelope.getBytes(UTF_8))
                .update();
        db.sql("""
                insert into thread.joint_entry (thread, n, act, keeper, hash, json)
                values (:thread, :n, :act, 'XA-1', 'x', :json)
                """)
                .param("act", act)
                .param("n", n)
                .param("thread", A + thread)
                .param("json", ("{\"effect\":\"" + effect + "\"}").getBytes(UTF_8))
                .update();
    }

    private static void migrated(javax.sql.DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/thread")
                .target(target)
                .load()
                .migrate();
    }
}
