package org.comity.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.database.HomeLock;
import org.comity.sealing.AgeStream;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.postgresql.PGConnection;

/** Reads a node, running or not, and writes it as one age file. The database as it was at one instant. */
final class WritingBackup {

    /** Made anew by the node, or by whoever runs it. */
    private static final Set<String> LEFT_OUT = Set.of("database", "as4", "verifying", "uploads", HomeLock.FILE);

    /** The column in which a row says its label. */
    private static final String LABEL = "tlp";

    private final NodePaths node;
    private final List<String> recipients;
    private final PrintStream out;
    private final Clock clock;

    WritingBackup(NodePaths node, List<String> recipients, PrintStream out, Clock clock) {
        this.node = node;
        this.recipients = recipients;
        this.out = out;
        this.clock = clock;
    }

    /** Whole under its name, or not there at all. */
    void to(Path file) throws IOException, SQLException {
        besideDisk();
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE);
                    var age = AgeStream.encrypting(java.nio.channels.Channels.newOutputStream(channel), recipients);
                    var parts = new BackupParts(new BufferedOutputStream(age, 1 << 16))) {
                write(parts);
            }
            try (var written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        say("Written: %s, %s. Only the recovery identity opens it; try it once with ./comity restore."
                .formatted(file, size(Files.size(file))));
    }

    private void write(BackupParts parts) throws IOException, SQLException {
        try (var database = node.database();
                var connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var catalogue = new DatabaseCatalogue(connection);
            var tables = catalogue.tables();
            var migrations = catalogue.migrations();
            var at = clock.instant().toString();

            files(parts);
            for (int i = 0; i < tables.size(); i++) {
                table(parts, connection, tables.get(i), i + 1, tables.size());
            }
            // Read last: a position may be ahead of the tables, never behind them.
            var sequences = catalogue.sequences();
            connection.rollback();

            parts.manifest(new BackupManifest(
                    node.node(), ProgramVersion.version(), at, migrations, tables, sequences, parts.written()));
        }
    }

    private void table(BackupParts parts, Connection connection, BackupManifest.Table table, int number, int of)
            throws IOException {
        var part = parts.add(table.part(), "", to -> {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy %s to stdout".formatted(what(table)), to);
            } catch (SQLException e) {
                throw new IOException("table %s: %s".formatted(table.name(), e.getMessage()), e);
            }
        });
        say("  table %d of %d  %s  %s".formatted(number, of, table.name(), size(part.size())));
        if (labelled(table)) leftOut(connection, table);
    }

    private void leftOut(Connection connection, BackupManifest.Table table) throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from %s where %s in (%s)".formatted(table.name(), LABEL, labels(false)))) {
            rows.next();
            if (rows.getLong(1) == 0) return;
            say("  NOT in this backup: rows of %s whose label is %s, which may lie in none: %d"
                    .formatted(table.name(), labels(false), rows.getLong(1)));
        } catch (SQLException e) {
            throw new IOException("table %s: %s".formatted(table.name(), e.getMessage()), e);
        }
    }

    /** Of what bears a label, only what may lie in a backup: the rule of sharing says which. */
    static String what(BackupManifest.Table table) {
        return labelled(table)
                ? "(select %s from %s where %s in (%s))".formatted(table.columns(), table.name(), LABEL, labels(true))
                : "%s (%s)".formatted(table.name(), table.columns());
    }

    private static boolean labelled(BackupManifest.Table table) {
        return List.of(table.columns().split(", ")).contains(LABEL);
    }

    private static String labels(boolean kept) {
        return Arrays.stream(TrafficLight.values())
                .filter(it -> it.allows(SharingRole.ADMINISTRATOR, SharingChannel.BACKUP) == kept)
                .map(it -> "'" + it.name() + "'")
                .collect(Collectors.joining(", "));
    }

    /** All of them would be left out with it, and nobody would miss them before the restore. */
    private void besideDisk() {
        for (var ours : List.of(node.home(), node.keys(), node.directory(), node.evidence())) {
            if (ours.startsWith(node.disk())) {
                throw new BackupNotDone(
                        "node.evidence.disk.folder is %s, and %s of the node lies in it: it would not be in the backup. Set node.evidence.disk.folder to the folder where a disk that somebody carries is mounted, with no file of the node in it, and run again."
                                .formatted(node.disk(), ours));
            }
        }
    }

    private void files(BackupParts parts) throws IOException {
        file(parts, node.config(), "files/node.yaml");
        folder(parts, node.home(), "files/");
        if (!node.keys().startsWith(node.home())) {
            folder(parts, node.keys(), "files/outside/keys/");
        }
        for (var other : List.of(node.directory(), node.evidence())) {
            if (!other.startsWith(node.home()) && Files.exists(other)) {
                folder(
                        parts,
                        other,
                        other.equals(node.directory()) ? "files/outside/directory/" : "files/outside/evidence/");
            }
        }
        if (node.bucket() != null && !node.bucket().isBlank()) {
            say("  NOT in this backup: items of evidence in the bucket %s. Back up the store by its own means."
                    .formatted(node.bucket()));
        }
        node.outside()
                .forEach((key, file) ->
                        say("  NOT in this backup: %s, which %s names. Put it under %s, or back it up by another way."
                                .formatted(file, key, node.home())));
        say("  %d files".formatted(parts.written().size()));
    }

    private void folder(BackupParts parts, Path folder, String prefix) throws IOException {
        links(folder);
        new MovingFiles(folder, it -> leftOut(folder, it), it -> wanted(folder, it))
                .each(it -> file(
                        parts, it, prefix + folder.relativize(it).toString().replace('\\', '/')));
    }

    /** Followed, a link might lead anywhere; left out without a word, what is missing would be known at the restore. */
    private void links(Path folder) throws IOException {
        var links = new ArrayList<Path>();
        WalkedFiles.each(folder, it -> leftOut(folder, it), it -> {
            if (Files.isSymbolicLink(it)) links.add(it);
        });
        links.sort(Comparator.naturalOrder());
        for (var link : links) {
            say(
                    "  NOT in this backup: %s is a link to %s. Put the folder or file itself there, or back it up by another way."
                            .formatted(link, Files.readSymbolicLink(link)));
        }
        if (node.disk().startsWith(folder) && Files.isDirectory(node.disk())) {
            say("  NOT in this backup: %s, where a disk that somebody carries is mounted.".formatted(node.disk()));
        }
    }

    private boolean leftOut(Path folder, Path file) {
        return file.startsWith(node.disk())
                || folder.equals(node.home())
                        && LEFT_OUT.contains(folder.relativize(file).getName(0).toString());
    }

    private boolean wanted(Path folder, Path file) {
        return !leftOut(folder, file)
                && !file.equals(node.config())
                && !file.equals(node.home().resolve("node.yaml"))
                && !file.getFileName().toString().endsWith(".log")
                && Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    private static void file(BackupParts parts, Path file, String name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            parts.add(name, mode, (OutputStream to) -> in.transferTo(to));
        }
    }

    private void say(String line) {
        out.println(line);
    }

    static String size(long bytes) {
        return bytes < 1 << 20 ? "%d KB".formatted((bytes + 1023) >> 10) : "%d MB".formatted(bytes >> 20);
    }
}
