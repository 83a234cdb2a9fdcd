package org.comity.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds as whom PostgreSQL runs, which refuses to run as root.
 *
 * @param prefix empty for a normal user; for root, what runs a command as nobody (or in a user namespace)
 */
record UnprivilegedUser(List<String> prefix) {

    private static final Logger log = LoggerFactory.getLogger(UnprivilegedUser.class);

    static UnprivilegedUser reaching(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedUser(List.of());
        }
        String force = System.getenv("COMITY_DROP");
        List<List<String>> ways = List.of(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"),
                List.of("runuser", "-u", "nobody", "--"),
                List.of("unshare", "-U", "--"));
        for (List<String> way : ways) {
            if (force != null && !way.getFirst().equals(force)) {
                continue;
            }
            List<String> probe = new ArrayList<>(way);
            probe.addAll(List.of("test", "-x", home.toString()));
            if (run(probe, null) == 0) {
                log.info("PostgreSQL drops root by {}", way);
                return new UnprivilegedUser(way);
            }
        }
        throw new IOException("root cannot run PostgreSQL here: nobody can't reach " + home
                + " and no user namespace is to be had; set node.home to a folder under /var/lib");
    }

    /** Its files must then be another's. */
    boolean foreign() {
        return !prefix.isEmpty() && !prefix.getFirst().equals("unshare");
    }

    /** @return the exit code; -1 if there is no such program */
    static int run(List<String> command, @Nullable Path out) throws IOException {
        try {
            ProcessBuilder b =
                    new ProcessBuilder(command).redirectErrorStream(true).directory(new File("/"));
            b.redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out.toFile()));
            return b.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (IOException missingProgram) {
            return -1;
        }
    }
}
