package org.comity.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process a database. */
class DatabaseProcessLockTest {

    private static final Duration SOON = Duration.ofMillis(100);

    private final AtomicInteger replaced = new AtomicInteger();
    private DatabaseProcessLock.Access database;
    private JdbcClient db;

    @BeforeEach
    void fresh() throws Exception {
        var pool = (HikariDataSource) PracticeDatabase.fresh();
        database = new DatabaseProcessLock.Access(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        db = JdbcClient.create(pool);
    }

    @Test
    void a_second_process_is_refused_and_told_who_the_first_is() {
        try (var first = hold("XA-1")) {
            assertThatThrownBy(() -> hold("XA-2"))
                    .isInstanceOf(HomeInUse.class)
                    .hasMessageContaining("The database is in use by XA-1, process");
            assertThat(holder()).startsWith("XA-1");
        }
        // PostgreSQL sees in its own time that the line was closed.
        await().ignoreException(HomeInUse.class)
                .untilAsserted(() -> hold("XA-2").close());
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
        try (var first = DatabaseProcessLock.hold(database, "XA-1", Duration.ofDays(1), replaced::incrementAndGet)) {
            breakIt();
            try (var second = hold("XA-2")) {
                assertThat(first.ends()).isTrue();
                assertThat(replaced).hasValue(1);
                assertThat(holder()).startsWith("XA-2");
            }
        }
    }

    /** PostgreSQL may end our own broken line between the question whether the place is free and the question who has it. */
    @Test
    void whom_nobody_sees_has_replaced_nobody() throws Exception {
        var asked = new AtomicInteger();
        try (var own = DriverManager.getConnection(database.url(), database.user(), database.password());
                var driver = new BetweenQuestions(() -> {
                    if (asked.incrementAndGet() == 1) breakIt();
                })) {
            var only = DatabaseProcessLock.hold(driver.of(database), "XA-1", SOON, replaced::incrementAndGet);
            try (only) {
                var stale = new Thread(() -> lock(own));
                stale.start();
                await().until(this::waits);
                breakIt();
                stale.join();

                await().untilAsserted(() -> assertThat(asked).hasValueGreaterThanOrEqualTo(1));
                await().untilAsserted(() -> assertThat(holder()).startsWith("XA-1"));
                assertThat(replaced).hasValue(0);
            }
        }
    }

    private boolean waits() {
        return db.sql("""
                select exists (select from pg_locks
                                where locktype = 'advisory' and not granted
                                  and database = (select oid from pg_database where datname = current_database()))
                """).query(Boolean.class).single();
    }

    private static void lock(Connection own) {
        try (var statement = own.createStatement()) {
            statement.execute("select pg_advisory_lock(%d, 1)".formatted(0x636f6d69));
        } catch (SQLException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** PostgreSQL's driver, before whose question who has the lock something happens. */
    private record BetweenQuestions(Runnable happens) implements Driver, AutoCloseable {

        private static final String MARK = "jdbc:between:";

        BetweenQuestions {
            requireNonNull(happens);
        }

        DatabaseProcessLock.Access of(DatabaseProcessLock.Access access) throws SQLException {
            DriverManager.registerDriver(this);
            return new DatabaseProcessLock.Access(MARK + access.url(), access.user(), access.password());
        }

        @Override
        public Connection connect(String url, Properties login) throws SQLException {
            if (!acceptsURL(url)) return null;
            var real = DriverManager.getConnection(url.substring(MARK.length()), login);
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (it, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                && ((String) arguments[0]).contains("pg_locks")) {
                            happens.run();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(MARK);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties login) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public void close() throws SQLException {
            DriverManager.deregisterDriver(this);
        }
    }

    private DatabaseProcessLock hold(String node) {
        return DatabaseProcessLock.hold(database, node, SOON, replaced::incrementAndGet);
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
                select pg_terminate_backend(pid, 60000) from pg_locks
                 where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
                """).query().listOfRows();
    }
}
