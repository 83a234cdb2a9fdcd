package org.comity.backup;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.database.NodeDatabase;
import org.postgresql.PGConnection;

/** Fills an empty database from a backup, in one transaction, and closes the node to sending. */
final class RestoringDatabase {

    /** What was counted after the backup is not counted again: positions that others may have seen are skipped. */
    private static final long SKIPPED = 1000;

    private static final String REFERENCES = "thread.reference_serial";

    private final NodeDatabase database;
    private final BackupManifest manifest;
    private final PrintStream out;

    RestoringDatabase(NodeDatabase database, BackupManifest manifest, PrintStream out) {
        this.database = database;
        this.manifest = manifest;
        this.out = out;
    }

    /** Nothing is changed by asking. */
    void check() throws SQLException {
        try (var connection = database.connect()) {
            if (!new DatabaseCatalogue(connection).isEmpty()) {
                throw new BackupNotDone(
                        "The database %s is not empty. A backup goes into an empty one only; name another with --jdbc."
                                .formatted(database.url()));
            }
        }
        BuildingTables.known(manifest.migrations(), database);
    }

    void fill(OpenedBackup backup, Instant restoredAt) throws IOException, SQLException {
        BuildingTables.build(manifest.migrations(), database);
        boolean closed;
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            mustBeOurs(new DatabaseCatalogue(connection).tables());
            // What triggers wrote beside a row is in the backup as well: it is not written a second time.
            triggers("disable", connection);
            try (var statement = connection.createStatement()) {
                // Migrations leave rows of their own; those of the backup take their place.
                statement.execute("truncate "
                        + manifest.tables().stream()
                                .map(BackupManifest.Table::name)
                                .collect(Collectors.joining(", ")));
            }
            backup.read((name, content) -> {
                var table = manifest.table(name);
                if (table.isPresent()) {
                    fill(connection, table.get(), content);
                }
            });
            for (var sequence : manifest.sequences()) {
                position(connection, sequence);
                if (sequence.name().equals(REFERENCES)) years(connection, sequence, restoredAt);
            }
            triggers("enable", connection);
            // In this transaction: killed behind it, what is there must not send either.
            closed = close(connection, restoredAt);
            connection.commit();
        }
        out.println("Bringing its tables up to date");
        BuildingTables.complete(database);
        if (!closed) {
            try (var connection = database.connect()) {
                close(connection, restoredAt);
            }
        }
    }

    /** Only those that migrations made: foreign keys are looked at all the while. */
    private void triggers(String verb, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : manifest.tables()) {
                statement.execute("alter table %s %s trigger user".formatted(table.name(), verb));
            }
        }
    }

    /** A manifest names tables that the migrations have just made, and none of the database's own. */
    private void mustBeOurs(List<BackupManifest.Table> made) {
        var names = made.stream().map(BackupManifest.Table::name).collect(Collectors.toSet());
        for (var table : manifest.tables()) {
            if (!names.contains(table.name())) {
                throw new BackupNotDone("The backup's manifest names the table %s, which is none of this program's."
                        .formatted(table.name()));
            }
        }
    }

    private void fill(Connection connection, BackupManifest.Table table, InputStream content) throws IOException {
        try {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columns()), content);
            out.println("  %s  %d rows".formatted(table.name(), rows));
        } catch (SQLException e) {
            throw new IOException("table %s: %s".formatted(table.name(), e.getMessage()), e);
        }
    }

    private static void position(Connection connection, BackupManifest.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, true)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.last() + SKIPPED);
            statement.execute();
        }
    }

    /** A year begins behind what was skipped, also one of which the backup knows no reference yet. */
    private void years(Connection connection, BackupManifest.Sequence references, Instant restoredAt)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into thread.reference_year (year, start) select generate_series(?, ?), ? on conflict do nothing")) {
            statement.setInt(1, Instant.parse(manifest.at()).atOffset(UTC).getYear());
            statement.setInt(2, restoredAt.atOffset(UTC).getYear());
            statement.setLong(3, references.last());
            statement.execute();
        }
    }

    /** False if the backup is older than the tables for it. */
    private boolean close(Connection connection, Instant restoredAt) throws SQLException {
        try (var statement = connection.createStatement();
                var there = statement.executeQuery(
                        "select to_regclass('thread.restoration') is not null and to_regclass('ledger.closure') is not null")) {
            there.next();
            if (!there.getBoolean(1)) return false;
        }
        try (var statement = connection.prepareStatement("""
                        insert into thread.restoration (restored_at, backup_at)
                        values (?::timestamptz, ?::timestamptz)
                        """)) {
            statement.setString(1, restoredAt.toString());
            statement.setString(2, manifest.at());
            statement.execute();
        }
        try (var statement = connection.prepareStatement("""
                        insert into ledger.closure (log, closed_at, size)
                        select 'domestic', ?::timestamptz, n from ledger.head
                        """)) {
            statement.setString(1, restoredAt.toString());
            statement.execute();
        }
        return true;
    }

    /** After a failure: the database was empty, and is again. */
    void empty() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var schema : new DatabaseCatalogue(connection).schemas()) {
                statement.execute("drop schema %s cascade".formatted(schema));
            }
            for (var table : List.of("public.flyway_schema_history")) {
                statement.execute("drop table if exists " + table);
            }
        }
    }
}
