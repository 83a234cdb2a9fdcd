package org.comity.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.database.NodeDatabase;
import org.jspecify.annotations.Nullable;

/** Puts a backup into an empty folder and an empty database: all of it, or nothing. */
final class RestoringNode {

    private static final String FILES = "files/";
    private static final String CONFIGURATION = "node.yaml";
    private static final String UNFINISHED = "node.not-yet-restored.yaml";

    private final OpenedBackup backup;
    private final Path folder;
    private final @Nullable String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final PrintStream out;
    private final Clock clock;

    RestoringNode(
            OpenedBackup backup,
            Path folder,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            PrintStream out,
            Clock clock) {
        this.backup = backup;
        this.folder = folder.toAbsolutePath().normalize();
        this.url = url;
        this.user = user;
        this.password = password;
        this.out = out;
        this.clock = clock;
    }

    void restore() throws IOException, SQLException {
        boolean there = Files.exists(folder);
        checkEmpty();
        out.println("Checking the backup");
        var manifest = backup.checked();
        out.println("It is of %s, made at %s by program %s: %d parts, all whole."
                .formatted(
                        manifest.node(),
                        manifest.at(),
                        manifest.program(),
                        manifest.parts().size()));
        boolean done = false;
        try {
            Files.createDirectories(folder);
            files(manifest);
            database(manifest);
            // The last of all: without it nobody starts what was restored by half.
            Files.move(folder.resolve(UNFINISHED), folder.resolve(CONFIGURATION), ATOMIC_MOVE);
            done = true;
        } finally {
            if (!done) {
                remove(there);
            }
        }
        out.println("Restored into %s.".formatted(folder));
        out.println("Start it with ./comity node --config %s".formatted(folder.resolve(CONFIGURATION)));
        out.println(
                "It sends nothing and registers nothing until it has compared its registers with its counterparts.");
    }

    private void checkEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new BackupNotDone("%s is a file. Name a folder that is empty or not there yet.".formatted(folder));
        }
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new BackupNotDone(
                        "%s is not empty. Name a folder that is empty or not there yet.".formatted(folder));
            }
        }
    }

    private void files(BackupManifest manifest) throws IOException {
        var modes = manifest.parts().stream()
                .collect(Collectors.toMap(BackupManifest.Part::name, BackupManifest.Part::mode));
        backup.read((name, content) -> {
            if (name.startsWith(FILES)) {
                var path = name.substring(FILES.length());
                var file = folder.resolve(path.equals(CONFIGURATION) ? UNFINISHED : path)
                        .normalize();
                if (!file.startsWith(folder) || file.equals(folder)) {
                    throw new BackupNotDone("The backup names a file outside the folder.");
                }
                secretFolders(Objects.requireNonNull(file.getParent(), "what lies in a folder"));
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (var to = Files.newOutputStream(file)) {
                    content.transferTo(to);
                }
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes.get(name)));
            }
        });
        Files.writeString(folder.resolve(UNFINISHED), whereItLiesNow(), UTF_8, StandardOpenOption.APPEND);
    }

    private void secretFolders(Path each) throws IOException {
        if (each.startsWith(folder) && !Files.exists(each)) {
            secretFolders(Objects.requireNonNull(each.getParent(), "what lies in a folder"));
            Files.createDirectory(
                    each, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** A second document of the same file: what it says comes after the first. */
    private String whereItLiesNow() {
        var before = ReadingConfiguration.read(folder.resolve(UNFINISHED));
        var folders = new HashMap<>(Map.of(before.home(), folder));
        folders.put(before.keys(), now(before, before.keys(), "outside/keys"));
        folders.put(before.directory(), now(before, before.directory(), "outside/directory"));
        folders.put(before.evidence(), now(before, before.evidence(), "outside/evidence"));
        var lines = new TreeMap<>(before.moved(folders));
        if (url != null) lines.put("spring.datasource.url", url);
        if (url != null && user != null && !user.isEmpty()) lines.put("spring.datasource.username", user);
        return "\n---\n# Added by restore: where this node lies now.\n"
                + lines.entrySet().stream()
                        .map(it -> "'%s': '%s'\n"
                                .formatted(it.getKey(), it.getValue().replace("'", "''")))
                        .collect(Collectors.joining());
    }

    /** A folder that lay in the home lies there again under its name. */
    private Path now(NodePaths before, Path each, String outside) {
        return Files.exists(folder.resolve(outside)) || !each.startsWith(before.home())
                ? folder.resolve(outside)
                : folder.resolve(before.home().relativize(each));
    }

    private void database(BackupManifest manifest) throws IOException, SQLException {
        var node = ReadingConfiguration.read(folder.resolve(UNFINISHED));
        try (var database = node.url() == null
                ? NodeDatabase.fresh(folder)
                : NodeDatabase.of(node.url(), node.user(), password == null ? node.password() : password)) {
            var restoring = new RestoringDatabase(database, manifest, out);
            restoring.check();
            boolean done = false;
            try {
                restoring.fill(backup, clock.instant());
                done = true;
            } finally {
                if (!done) {
                    restoring.empty();
                }
            }
        }
    }

    /** The folder was empty, or was not there. */
    private void remove(boolean there) throws IOException {
        try (var made = Files.walk(folder)) {
            made.sorted(Comparator.reverseOrder())
                    .filter(it -> !there || !it.equals(folder))
                    .forEach(it -> it.toFile().delete());
        }
    }
}
