package org.comity.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a database to one process: an advisory lock of PostgreSQL, on a connection of its own, for as long as the process
 * lives. A line that breaks is made anew; if another process took its place meanwhile, this one ends.
 */
final class DatabaseProcessLock implements AutoCloseable {

    static final Duration LOOK = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(DatabaseProcessLock.class);
    /** Of this program's locks, this one. */
    private static final int PROGRAM = 0x636f6d69;

    private static final int ONLY_PROCESS = 1;
    /** Nobody had it any more when it was asked who: our own broken line, say, that PostgreSQL ended meanwhile. */
    private static final String UNSEEN = "another process";

    private static final int LOOKS = 5;
    /** PostgreSQL cuts off what is longer. */
    private static final int LONGEST_NAME = 63;

    private final String url;
    private final Properties login = new Properties();
    private final String name;
    private final Runnable replaced;
    private final Duration look;
    private final Thread watch;
    private @Nullable Connection connection;

    private DatabaseProcessLock(Access access, String node, Duration look, Runnable replaced) {
        this.url = access.url();
        login.setProperty("user", access.user());
        login.setProperty("password", access.password());
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "5");
        login.setProperty("socketTimeout", "10");
        this.name = name(node);
        this.look = look;
        this.replaced = replaced;
        this.watch = Thread.ofPlatform().daemon().name("only-process").unstarted(this::watch);
    }

    record Access(String url, String user, String password) {}

    /**
     * @param replaced what is done when another process has the database
     * @throws HomeInUse if another process has it now
     */
    static DatabaseProcessLock hold(Access access, String node, Duration look, Runnable replaced) {
        var only = new DatabaseProcessLock(access, node, look, replaced);
        try {
            var holder = only.take();
            for (int n = 1; n < LOOKS && holder.equals(Optional.of(UNSEEN)); n++) {
                holder = only.take();
            }
            if (holder.isPresent()) {
                throw new HomeInUse("The database", holder.get());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
        only.watch.start();
        return only;
    }

    /** By which the other process is found: whose, where, and not one of the same number after a restart. */
    private static String name(String node) {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        var mark = " " + HexFormat.of().formatHex(random);
        var who = "%s, process %d on %s".formatted(node, ProcessHandle.current().pid(), HomeLock.host());
        int most = LONGEST_NAME - mark.length();
        return (who.length() > most ? who.substring(0, most) : who) + mark;
    }

    /** @return who has it, if it is not ours now */
    private synchronized Optional<String> take() throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SQLException("closed");
        }
        var made = DriverManager.getConnection(url, login);
        boolean taken = false;
        try {
            set(made, "application_name", name);
            // A machine that is gone without a word must not keep it for hours.
            set(made, "tcp_keepalives_idle", "10");
            set(made, "tcp_keepalives_interval", "5");
            set(made, "tcp_keepalives_count", "3");
            taken = locked(made);
            if (taken) {
                connection = made;
                return Optional.empty();
            }
            return Optional.of(holder(made));
        } finally {
            if (!taken) {
                made.close();
            }
        }
    }

    private static void set(Connection made, String key, String value) throws SQLException {
        try (var statement = made.prepareStatement("select set_config(?, ?, false)")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static boolean locked(Connection made) throws SQLException {
        try (var statement = keyed(made, "select pg_try_advisory_lock(?, ?)");
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String holder(Connection made) throws SQLException {
        try (var statement = keyed(made, """
                        select a.application_name
                          from pg_locks l join pg_stat_activity a on a.pid = l.pid
                         where l.locktype = 'advisory' and l.granted and l.classid = ? and l.objid = ? and l.objsubid = 2
                           and l.database = (select oid from pg_database where datname = current_database())
                        """);
                var row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : UNSEEN;
        }
    }

    private static PreparedStatement keyed(Connection made, String sql) throws SQLException {
        var statement = made.prepareStatement(sql);
        statement.setInt(1, PROGRAM);
        statement.setInt(2, ONLY_PROCESS);
        return statement;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(look);
                if (ends()) {
                    return;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return true if another process has the database */
    boolean ends() {
        return !stands() && lost();
    }

    private boolean stands() {
        var now = connection;
        try {
            if (now != null && now.isValid(5)) {
                return true;
            }
            if (now != null) {
                now.close();
            }
        } catch (SQLException broken) {
            // made anew
        }
        return false;
    }

    /** @return true if another process has the database */
    private boolean lost() {
        try {
            var holder = take();
            // Our own line from before: PostgreSQL has not noticed yet that it is broken. Unseen: look again.
            if (holder.isEmpty() || holder.get().equals(name) || holder.get().equals(UNSEEN)) {
                return false;
            }
            log.error("{} works with the database now; this process ends", holder.get());
            replaced.run();
            return true;
        } catch (SQLException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        synchronized (this) {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException gone) {
                // and with it the lock
            }
        }
    }
}
