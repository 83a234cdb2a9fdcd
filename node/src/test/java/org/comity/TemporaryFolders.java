package org.comity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.FileSystemUtils;

/** Makes folders for tests below one that is removed when the JVM ends: after contexts, nodes and databases are closed. */
public final class TemporaryFolders {

    private static final Path ALL = all();

    private TemporaryFolders() {}

    /** An empty folder of one's own. For what one test needs, JUnit's {@code @TempDir} does. */
    public static Path folder(String name) {
        try {
            return open(Files.createTempDirectory(ALL, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same below another folder: it goes when the JVM ends, after what was asked for since. */
    public static Path folder(Path below, String name) {
        try {
            var made = open(Files.createTempDirectory(below, name));
            atTheEnd(() -> FileSystemUtils.deleteRecursively(made.toFile()));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the JVM ends, every Spring context is closed first; then what was asked for last is done first. */
    public static void atTheEnd(Runnable what) {
        SpringApplication.getShutdownHandlers().add(what);
    }

    private static Path all() {
        // Spring's hook waits for a first application; many tests have none.
        var hook = Objects.requireNonNull(ReflectionTestUtils.getField(SpringApplication.class, "shutdownHook"));
        ReflectionTestUtils.invokeMethod(hook, "enableShutdownHookAddition");
        return folder(Path.of(System.getProperty("java.io.tmpdir")), "comity-tests");
    }

    /** A PostgreSQL that root starts runs as somebody else, who has to come through here. */
    private static Path open(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
