package org.comity.bench.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.comity.database.NodeDatabase;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * The database as the first version that ran would have made it: its migrations, which were never changed since, and of
 * today's rows the columns that it had.
 */
final class FirstVersion {

    private static final List<String> MIGRATIONS = List.of(
            "cooperation/V410_1__drafts",
            "cooperation/V410_2__requests",
            "cooperation/V410_3__file_and_messages",
            "directory/V210_1__directory",
            "exchange/V310_1__outbox",
            "identity/V220_1__people",
            "identity/V220_2__passkeys_and_approvals",
            "identity/V220_3__tokens_and_enrolments",
            "ledger/V110_1__ledger",
            "thread/V230_1__threads",
            "ui/V130_1__presses");
    private static final String OF_OURS =
            "not in ('pg_catalog', 'information_schema', 'public') and table_name not like 'flyway%'";

    private FirstVersion() {}

    /** Instead of the database of a node that stands still. */
    static void instead(Path home) throws IOException, SQLException {
        var old = Files.createDirectories(home.resolve("first-version"));
        try (var now = NodeDatabase.under(home);
                var then = NodeDatabase.fresh(old)) {
            Flyway.configure()
                    .dataSource(then.url(), then.user(), then.password())
                    .locations("filesystem:" + migrations(old))
                    .load()
                    .migrate();
            try (var from = now.connect();
                    var to = then.connect()) {
                copy(from, to);
            }
        }
        Files.move(home.resolve("database"), home.resolve("database-of-today"));
        Files.move(old.resolve("database"), home.resolve("database"));
    }

    private static Path migrations(Path folder) throws IOException {
        var files = Files.createDirectories(folder.resolve("migrations"));
        for (var each : MIGRATIONS) {
            try (var in = NodeDatabase.class.getResourceAsStream("/db/migration/" + each + ".sql")) {
                if (in == null) throw new IOException("no migration " + each);
                Files.copy(in, files.resolve(Path.of(each + ".sql").getFileName()));
            }
        }
        return files;
    }

    private static void copy(Connection from, Connection to) throws SQLException, IOException {
        execute(to, "set session_replication_role = replica");
        for (var table : names(
                to,
                "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema "
                        + OF_OURS)) {
            var columns = columns(to, table);
            columns.retainAll(columns(from, table));
            if (columns.isEmpty()) continue;
            var list = "\"" + String.join("\", \"", columns) + "\"";
            var rows = new ByteArrayOutputStream();
            from.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select %s from %s) to stdout".formatted(list, table), rows);
            execute(to, "delete from " + table);
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin".formatted(table, list),
                            new ByteArrayInputStream(rows.toByteArray()));
        }
        for (var sequence : names(to, "select schemaname || '.' || sequencename from pg_sequences")) {
            for (var last : names(
                    from,
                    "select last_value::text from pg_sequences where last_value is not null and schemaname || '.' || sequencename = '%s'"
                            .formatted(sequence))) {
                execute(to, "select setval('%s', %s)".formatted(sequence, last));
            }
        }
    }

    private static List<String> columns(Connection in, String table) throws SQLException {
        return names(
                in,
                "select column_name from information_schema.columns where is_generated = 'NEVER' and table_schema || '.' || table_name = '%s' order by ordinal_position"
                        .formatted(table));
    }

    private static List<String> names(Connection in, String sql) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = in.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection in, String sql) throws SQLException {
        try (var statement = in.createStatement()) {
            statement.execute(sql);
        }
    }
}
