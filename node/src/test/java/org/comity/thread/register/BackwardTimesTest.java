package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.comity.database.PracticeDatabase;
import org.comity.thread.RegisterTimes.Keeper;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry that is dated before the one it follows is noticed once, with whoever keeps the register. */
class BackwardTimesTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void times_that_run_backwards_are_counted_by_keeper() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("thread"));
        var rows = new BackwardRows(db);
        register(db, "ours", true, "12:00", "12:01", "11:00");
        register(db, "theirs", false, "12:00", "12:00", "12:00:01");

        for (var thread : new String[] {"ours", "theirs"}) {
            for (int n = 1; n <= 3; n++) {
                rows.note(thread, n, NOON);
            }
        }
        assertThat(rows.note("ours", 3, NOON)).as("once").isFalse();

        assertThat(rows.keepers(NOON.minusSeconds(1))).containsExactly(new Keeper(null, 1, Duration.ofMinutes(61)));
        assertThat(rows.keepers(NOON)).as("long ago").isEmpty();
    }

    private static void register(JdbcClient db, String id, boolean weKeep, String... times) {
        db.sql("""
                insert into thread.thread (id, procedure, convention, reference, opener, counterpart, our_role, we_keep,
                                           by_wire, drill, opened_at, changed_at)
                values (:id, 'p/1', 'c/1', :id, 'XA-1', 'XB-1', 'REQUESTING', :keep, true, false, '2027-03-01Z', '2027-03-01Z')
                """).param("id", id).param("keep", weKeep).update();
        for (int n = 1; n <= times.length; n++) {
            db.sql("""
                    insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at)
                    values (:id || :n, :id, 't', true, '', '', '2027-03-01Z')
                    """).param("id", id).param("n", n).update();
            db.sql("""
                    insert into thread.entry (thread, n, act, hash, time, effect, state, json)
                    values (:id, :n, :id || :n, '', cast('2027-03-01 ' || :time || 'Z' as timestamptz), 'effective', '', '')
                    """)
                    .param("id", id)
                    .param("n", n)
                    .param("time", times[n - 1])
                    .update();
        }
    }
}
