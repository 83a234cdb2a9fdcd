package org.comity.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;

/**
 * Describes all other parts of a backup; it is the last part, {@code manifest.json}.
 *
 * @param node e.g. {@code XA-1}
 * @param program version that wrote the backup
 * @param at when its reading of the database began, ISO 8601
 * @param migrations of the database, in the order in which they were made
 * @param tables in an order in which none refers to a later one
 */
record BackupManifest(
        String node,
        String program,
        String at,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Part> parts) {

    static final String NAME = "manifest.json";
    /** Some 250,000 parts. */
    static final int LARGEST = 64 << 20;
    /** These become SQL: nothing but names, quoted or not. */
    private static final String A_NAME = "([a-z_][a-z0-9_]*|\"[a-z_][a-z0-9_]*\")";

    private static final Pattern NAMES = Pattern.compile(A_NAME + "(\\." + A_NAME + ")?");
    private static final Pattern COLUMNS = Pattern.compile(A_NAME + "(, " + A_NAME + ")*+");
    private static final String FORM = "comity-backup/1";

    /** @param checksum Flyway's own */
    record Migration(String version, String description, int checksum) {}

    /** @param name and {@code columns}: as SQL quotes them */
    record Table(String part, String name, String columns) {}

    record Sequence(String name, long last, boolean called) {}

    /** @param mode POSIX rights such as {@code rw-------}; empty where they mean nothing */
    record Part(String name, String sha256, long size, String mode) {}

    Optional<Table> table(String part) {
        return tables.stream().filter(it -> it.part().equals(part)).findFirst();
    }

    /** @throws BackupNotDone if it would be larger than what is read */
    byte[] json() {
        byte[] json = written();
        if (json.length > LARGEST) {
            throw new BackupNotDone(
                    "This node has %d files, more than one backup can list. Hand evidence on to a store of its own (node.evidence.s3), which is backed up by its own means, and run again."
                            .formatted(parts.size()));
        }
        return json;
    }

    private byte[] written() {
        return CanonicalJson.write(Map.of(
                "form",
                FORM,
                "node",
                node,
                "program",
                program,
                "at",
                at,
                "migrations",
                migrations.stream()
                        .map(it -> Map.of(
                                "version", it.version(), "description", it.description(), "checksum", it.checksum()))
                        .toList(),
                "tables",
                tables.stream()
                        .map(it -> Map.of("part", it.part(), "name", it.name(), "columns", it.columns()))
                        .toList(),
                "sequences",
                sequences.stream()
                        .map(it -> Map.of("name", it.name(), "last", it.last(), "called", it.called()))
                        .toList(),
                "parts",
                parts.stream()
                        .map(it ->
                                Map.of("name", it.name(), "sha256", it.sha256(), "size", it.size(), "mode", it.mode()))
                        .toList()));
    }

    static BackupManifest read(byte[] json) {
        try {
            var all = CanonicalJson.read(json, LARGEST);
            if (!FORM.equals(all.get("form"))) {
                throw new BackupNotDone("This backup is of another form (%s); use the program that it names: %s."
                        .formatted(all.get("form"), all.get("program")));
            }
            return new BackupManifest(
                    text(all, "node"),
                    text(all, "program"),
                    text(all, "at"),
                    each(all, "migrations").stream()
                            .map(it -> new Migration(
                                    text(it, "version"), text(it, "description"), (int) number(it, "checksum")))
                            .toList(),
                    each(all, "tables").stream()
                            .map(it -> new Table(text(it, "part"), sql(it, "name", NAMES), sql(it, "columns", COLUMNS)))
                            .toList(),
                    each(all, "sequences").stream()
                            .map(it -> new Sequence(
                                    sql(it, "name", NAMES), number(it, "last"), Boolean.TRUE.equals(it.get("called"))))
                            .toList(),
                    each(all, "parts").stream()
                            .map(it -> new Part(
                                    text(it, "name"), text(it, "sha256"), number(it, "size"), text(it, "mode")))
                            .toList());
        } catch (Malformed | ClassCastException | NullPointerException e) {
            throw new BackupNotDone("The backup's manifest is not understood; it was not made by this program.");
        }
    }

    private static String text(Map<String, Object> from, String key) {
        return (String) java.util.Objects.requireNonNull(from.get(key));
    }

    private static String sql(Map<String, Object> from, String key, Pattern form) {
        var text = text(from, key);
        if (!form.matcher(text).matches()) {
            throw new Malformed("field", key);
        }
        return text;
    }

    private static long number(Map<String, Object> from, String key) {
        return ((Number) java.util.Objects.requireNonNull(from.get(key))).longValue();
    }

    private static List<Map<String, Object>> each(Map<String, Object> from, String key) {
        var all = new ArrayList<Map<String, Object>>();
        for (Object it : (List<?>) java.util.Objects.requireNonNull(from.get(key))) {
            var one = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) it).forEach((name, value) -> one.put((String) name, value));
            all.add(one);
        }
        return all;
    }
}
