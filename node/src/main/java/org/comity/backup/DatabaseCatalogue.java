package org.comity.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.backup.BackupManifest.Migration;
import org.comity.backup.BackupManifest.Sequence;
import org.comity.backup.BackupManifest.Table;

/** Lists what a database holds, as PostgreSQL's own catalogue tells it: every schema that is not PostgreSQL's. */
final class DatabaseCatalogue {

    private static final String HISTORY = "flyway_schema_history";
    private static final String OURS = """
            n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
            """;

    private final Connection connection;

    DatabaseCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** All but Flyway's history, those referred to first. */
    List<Table> tables() throws SQLException {
        var found = new ArrayList<Table>();
        try (var rows = connection.createStatement().executeQuery("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                       string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attgenerated = '')
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind = 'r' and c.relname <> '%s' and %s
                 group by 1
                 order by 1
                """.formatted(HISTORY, OURS))) {
            while (rows.next()) {
                var name = rows.getString(1);
                found.add(new Table("database/" + name + ".copy", name, rows.getString(2)));
            }
        }
        return ordered(found, references());
    }

    private Map<String, Set<String>> references() throws SQLException {
        var references = new HashMap<String, Set<String>>();
        try (var rows = connection.createStatement().executeQuery("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                       quote_ident(m.nspname) || '.' || quote_ident(d.relname)
                  from pg_constraint k
                  join pg_class c on c.oid = k.conrelid
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_class d on d.oid = k.confrelid
                  join pg_namespace m on m.oid = d.relnamespace
                 where k.contype = 'f' and k.conrelid <> k.confrelid
                """)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), it -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private static List<Table> ordered(List<Table> tables, Map<String, Set<String>> references) {
        var ordered = new ArrayList<Table>();
        var waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            var names = new HashSet<>(waiting.stream().map(Table::name).toList());
            var next = waiting.stream()
                    .filter(it -> references.getOrDefault(it.name(), Set.of()).stream()
                            .noneMatch(names::contains))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + names);
            }
            ordered.addAll(next);
            waiting.removeAll(next);
        }
        return ordered;
    }

    List<Sequence> sequences() throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'S' and %s
                 order by 1
                """.formatted(OURS))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        var sequences = new ArrayList<Sequence>();
        for (var name : names) {
            try (var row = connection.createStatement().executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    List<Migration> migrations() throws SQLException {
        var migrations = new ArrayList<Migration>();
        try (var rows = connection.createStatement().executeQuery("""
                select version, description, checksum from public.%s
                 where success and version is not null and checksum is not null
                 order by installed_rank
                """.formatted(HISTORY))) {
            while (rows.next()) {
                migrations.add(new Migration(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
        return migrations;
    }

    /** Whether nobody has made a table here. */
    boolean isEmpty() throws SQLException {
        try (var row = connection.createStatement().executeQuery("""
                select not exists (
                       select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p', 'v', 'm', 'S') and %s)
                """.formatted(OURS))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Of schemas that are not PostgreSQL's and not {@code public}. */
    List<String> schemas() throws SQLException {
        var schemas = new ArrayList<String>();
        try (var rows = connection
                .createStatement()
                .executeQuery(
                        "select quote_ident(n.nspname) from pg_namespace n where n.nspname <> 'public' and " + OURS)) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }
}
