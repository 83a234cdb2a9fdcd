package org.comity.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node's database seen from outside the node: of one's own, or the one that the node brings along. */
public final class NodeDatabase implements AutoCloseable {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable LocalPostgres started;
    private final @Nullable HomeLock lock;

    private NodeDatabase(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.started = null;
        this.lock = null;
    }

    private NodeDatabase(LocalPostgres started, HomeLock lock) {
        this.url = started.jdbcUrl();
        this.user = "postgres";
        this.password = started.password();
        this.started = started;
        this.lock = lock;
    }

    /** PostgreSQL of one's own. */
    public static NodeDatabase of(String url, @Nullable String user, @Nullable String password) {
        return new NodeDatabase(url, user, password);
    }

    /** The one under a node's home: as it runs, or started until {@link #close} if the node does not run. */
    public static NodeDatabase under(Path home) throws IOException {
        var folder = home.resolve("database");
        if (!Files.exists(folder.resolve("pgdata/PG_VERSION"))) {
            throw new IOException("there is no database in " + folder);
        }
        var running = running(folder);
        if (running.isPresent()) {
            return new NodeDatabase(running.get(), "postgres", Files.readString(folder.resolve("pg.secret")));
        }
        return started(home);
    }

    /** A new, empty one under a home. */
    public static NodeDatabase fresh(Path home) {
        return started(home);
    }

    /** Nobody else may start it meanwhile, nor start it again: a node whose database was killed holds the lock. */
    private static NodeDatabase started(Path home) {
        var lock = HomeLock.take(home, "a backup or restore");
        try {
            return new NodeDatabase(new LocalPostgres(DatabaseConfiguration.folder(home), true), lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** The fourth line of the server's own file is its port. */
    private static Optional<String> running(Path folder) throws IOException {
        var file = folder.resolve("pgdata/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4 || !LocalPostgres.runsOn(lines.getFirst(), folder.resolve("pgdata"))) {
            return Optional.empty();
        }
        return Optional.of("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres");
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    public String url() {
        return url;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String password() {
        return password;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
