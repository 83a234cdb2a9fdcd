package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.database.PracticeDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of threads that were gone on from before it was kept in which, the migration reads it from the acts. */
class GoneOnBeforeTest {

    private static final String A = "00000000-0000-8000-8000-00000000000";

    @Test
    void it_is_read_from_our_effective_opening_acts_whatever_else_others_have_said() throws Exception {
        var source = PracticeDatabase.fresh();
        var db = JdbcClient.create(source);
        migrated(source, "230.88");
        for (int n = 1; n <= 7; n++) {
            db.sql("""
                    insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at, gone_on)
                    values (:id, 'p/1', 'c/1', false, 'XA-1', 'XA-1', 'PARTY', now(), now(), :gone)
                    """).param("id", A + n).param("gone", n < 4).update();
        }
        opens(db, 4, "{\"facts\":{\"continues\":\"" + A + "1 3 " + "0".repeat(64) + "\"}}", "effective");
        opens(db, 5, "{\"facts\":{\"continues\":\"" + A + "2 3 " + "0".repeat(64) + "\"}}", "unexpected-act");
        opens(db, 6, "{\"facts\":{\"continues\":\"" + A + "3 3 " + "0".repeat(64) + "\"}}", "effective");
        opens(db, 7, "{\"facts\":{\"says\":\"\\u0000 \\\"continues\\\":\\\"" + A + "2 \"}}", "effective");
        db.sql("""
                insert into thread.invitation (thread, act, asked_n, asked_hash, role, sender, at)
                values (:id, 'x', 2, 'x', 'member', 'XB-1', now())
                """).param("id", A + 6).update();

        migrated(source, "latest");

        assertThat(db.sql("select goes_on_in from thread.joint where gone_on order by id")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list())
                .as("not by an act without effect, nor by another's")
                .containsExactly(A + 4, "null", "null");
    }

    private static void opens(JdbcClient db, int thread, String envelope, String effect) {
        db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, kept_at, n)
                values (:act, :thread, 'XA-1', :envelope, now(), 1)
                """)
                .param("act", "act" + thread)
                .param("thread", A + thread)
                .param("envelope", envelope.getBytes(UTF_8))
                .update();
        db.sql("""
                insert into thread.joint_entry (thread, n, act, keeper, hash, json)
                values (:thread, 1, :act, 'XA-1', 'x', :json)
                """)
                .param("act", "act" + thread)
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
