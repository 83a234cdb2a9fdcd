package org.comity.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.database.NodeDatabase;
import org.postgresql.PGConnection;

/** Fills an empty database from a backup, in one transaction, and closes the node to sending. */
final class RestoringDatabase {

    /** What was counted after the backup is not counted again: positions that others may have seen are skipped. */
    private static final long SKIPPED = 1000;

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

    void fill(OpenedBackup backup, String restoredAt) throws IOException, SQLException {
        BuildingTables.build(manifest.migrations(), database);
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
            }
            triggers("enable", connection);
            connection.commit();
        }
        BuildingTables.complete(database);
        close(restoredAt);
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

    private void close(String restoredAt) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement("""
                        insert into thread.restoration (restored_at, backup_at)
                        values (?::timestamptz, ?::timestamptz)
                        """)) {
            statement.setString(1, restoredAt);
            statement.setString(2, manifest.at());
            statement.execute();
        }
        try (var connection = database.connect();
                var statement = connection.prepareStatement("""
                        insert into ledger.closure (log, closed_at, size)
                        select 'domestic', ?::timestamptz, n from ledger.head
                        """)) {
            statement.setString(1, restoredAt);
            statement.execute();
        }
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
