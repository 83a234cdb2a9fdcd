package org.comity.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.backup.BackupManifest.Migration;
import org.comity.database.NodeDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** Builds the tables that a backup was made from, with this program's own migrations and no others. */
final class BuildingTables {

    private static final String ALL = "classpath*:db/migration/**/V*__*.sql";

    private BuildingTables() {}

    /** Refuses before anything is made: another program's tables cannot be filled. */
    static void known(List<Migration> wanted, NodeDatabase database) {
        var ours = Arrays.stream(
                        flyway(database, "classpath:db/migration").info().all())
                .filter(it -> it.getVersion() != null)
                .collect(Collectors.toMap(it -> it.getVersion().getVersion(), MigrationInfo::getChecksum, (a, b) -> a));
        for (var each : wanted) {
            var checksum = ours.get(each.version());
            if (checksum == null) {
                throw new BackupNotDone(
                        "The backup was made by a newer program: its database has step %s (%s), which this one does not know. Restore with that program."
                                .formatted(each.version(), each.description()));
            }
            if (checksum != each.checksum()) {
                throw new BackupNotDone(
                        "The backup was made by another program: step %s of its database differs from ours. Restore with that program."
                                .formatted(each.version()));
            }
        }
    }

    static void build(List<Migration> wanted, NodeDatabase database) throws IOException {
        var versions = wanted.stream().map(Migration::version).collect(Collectors.toSet());
        var folder = Files.createTempDirectory("comity-migrations");
        try {
            copy(versions, folder);
            flyway(database, "filesystem:" + folder).migrate();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Brings restored tables to what this program works with. */
    static void complete(NodeDatabase database) {
        flyway(database, "classpath:db/migration").migrate();
    }

    private static void copy(Set<String> versions, Path folder) throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources(ALL)) {
            var name = java.util.Objects.requireNonNull(resource.getFilename());
            if (versions.contains(version(name))) {
                try (var in = resource.getInputStream()) {
                    Files.copy(in, folder.resolve(name));
                }
            }
        }
    }

    /** {@code V110_1__ledger.sql} is 110.1. */
    private static String version(String name) {
        return name.substring(1, name.indexOf("__")).replace('_', '.');
    }

    private static Flyway flyway(NodeDatabase database, String location) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations(location)
                .outOfOrder(true)
                .load();
    }
}
