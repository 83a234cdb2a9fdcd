package org.comity.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs from the jar that carries them. */
final class PostgresBinaries {

    /** Names a folder in which tests have them once for all: unpacking takes longer than the rest of a start. */
    static final String SHARED = "comity.postgres";

    private PostgresBinaries() {}

    /**
     * @param home of a database
     * @return the folder of the programs
     */
    static Path of(Path home) throws IOException {
        var shared = System.getProperty(SHARED, "");
        return shared.isEmpty() ? unpacked(home.resolve("pgsql")) : shared(Path.of(shared));
    }

    /** Several processes may come at once: the first unpacks, the others wait. */
    private static synchronized Path shared(Path to) throws IOException {
        var beside = to.resolveSibling(to.getFileName() + ".lock");
        try (var file = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            return unpacked(to);
        }
    }

    private static Path unpacked(Path to) throws IOException {
        Path done = to.resolve(".unpacked");
        if (Files.exists(done)) {
            return to.resolve("bin");
        }
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream raw = PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + arch + ".txz")) {
            if (raw == null) {
                throw new IOException("no PostgreSQL binaries for " + arch + " on the class path");
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
                for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                    Path f = to.resolve(e.getName()).normalize();
                    if (!f.startsWith(to)) {
                        throw new IOException("entry outside the folder: " + e.getName());
                    }
                    if (e.isDirectory()) {
                        Files.createDirectories(f);
                        continue;
                    }
                    Files.createDirectories(Objects.requireNonNull(f.getParent()));
                    if (e.isSymbolicLink()) {
                        Files.createSymbolicLink(f, Path.of(e.getLinkName()));
                    } else {
                        Files.copy(tar, f);
                        if ((e.getMode() & 0100) != 0) {
                            Files.setPosixFilePermissions(f, PosixFilePermissions.fromString("rwxr-xr-x"));
                        }
                    }
                }
            }
        }
        Files.createFile(done);
        return to.resolve("bin");
    }
}
