package org.comity.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Where a practice network is kept: beside the program, or where a database of root's can be reached. */
final class DemoHome {

    private static final Path HERE = Path.of(".comity/demo").toAbsolutePath();
    private static final Path OPEN = Path.of("/var/lib/comity/demo");

    private DemoHome() {}

    /**
     * PostgreSQL does not run as root. As nobody it reaches no folder below one that is closed to others, as /root is; only a
     * user namespace would let it, and a container has none.
     */
    static Path usual() {
        return "root".equals(System.getProperty("user.name")) && closed(HERE) && !namespaces() ? OPEN : HERE;
    }

    static boolean closed(Path folder) {
        for (var at = folder; at != null; at = at.getParent()) {
            try {
                if (Files.exists(at)
                        && !Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return true;
                }
            } catch (IOException | UnsupportedOperationException unknown) {
                return false;
            }
        }
        return false;
    }

    private static boolean namespaces() {
        try {
            return new ProcessBuilder("unshare", "-U", "--", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
