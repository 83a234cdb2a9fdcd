package org.comity.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process a database. */
class OnlyProcessTest {

    private static final Duration SOON = Duration.ofMillis(100);

    private final AtomicInteger replaced = new AtomicInteger();
    private OnlyProcess.Access database;
    private JdbcClient db;

    @BeforeEach
    void fresh() throws Exception {
        var pool = (HikariDataSource) PracticeDatabase.fresh();
        database = new OnlyProcess.Access(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        db = JdbcClient.create(pool);
    }

    @Test
    void a_second_process_is_refused_and_told_who_the_first_is() {
        try (var first = hold("XA-1")) {
            assertThatThrownBy(() -> hold("XA-2"))
                    .isInstanceOf(InUse.class)
                    .hasMessageContaining("The database is in use by XA-1, process");
            assertThat(holder()).startsWith("XA-1");
        }
        hold("XA-2").close();
    }

    @Test
    void a_line_that_broke_is_made_anew() {
        try (var first = hold("XA-1")) {
            breakIt();

            await().untilAsserted(() -> assertThat(holder()).startsWith("XA-1"));
            assertThat(replaced).hasValue(0);
        }
    }

    @Test
    void whoever_was_replaced_ends() {
        try (var first = OnlyProcess.hold(database, "XA-1", Duration.ofSeconds(2), replaced::incrementAndGet)) {
            breakIt();
            try (var second = hold("XA-2")) {
                await().untilAsserted(() -> assertThat(replaced).hasValue(1));
                assertThat(holder()).startsWith("XA-2");
            }
        }
    }

    private OnlyProcess hold(String node) {
        return OnlyProcess.hold(database, node, SOON, replaced::incrementAndGet);
    }

    private String holder() {
        return db.sql("""
                select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
                 where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
                """).query(String.class).optional().orElse("");
    }

    private void breakIt() {
        // Of this database: others of the same server have processes of their own.
        db.sql("""
                select pg_terminate_backend(pid, 5000) from pg_locks
                 where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                """).query().listOfRows();
    }
}
