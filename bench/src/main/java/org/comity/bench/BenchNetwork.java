package org.comity.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.comity.directory.PracticeNetwork;
import org.comity.directory.PracticeNetwork.Laid;

/** Runs a practice network of two or three nodes in a folder of its own, on ports nobody uses. */
public record BenchNetwork(Path home, List<Laid.Node> nodes) {

    private static final int FIRST_PORT = Integer.getInteger("comity.bench.port", 21_000);

    static BenchNetwork lay() throws IOException {
        return lay(home -> {});
    }

    /** What has to be there before anything is laid: a disk of its own, say. */
    public interface Preparing {
        void prepare(Path home) throws IOException;
    }

    static BenchNetwork layThree() throws IOException {
        return lay(home -> {}, 3);
    }

    public static BenchNetwork lay(Preparing preparing) throws IOException {
        return lay(preparing, 2);
    }

    private static BenchNetwork lay(Preparing preparing, int states) throws IOException {
        var home = Files.createTempDirectory("comity-bench");
        // A database started by root runs as nobody, who must reach it.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        preparing.prepare(home);
        return new BenchNetwork(
                home, PracticeNetwork.lay(home, states, freePorts()).nodes());
    }

    public Laid.Node asking() {
        return nodes.getFirst();
    }

    public Laid.Node asked() {
        return nodes.get(1);
    }

    public Path authority() {
        return home.resolve("authority/ca.pem");
    }

    /** Pages of nodes follow the operator's port, their doors lie 1000 above, or 1500 behind a line of ours; doors for evidence 2000. */
    private static int freePorts() throws IOException {
        for (int base = FIRST_PORT; base < FIRST_PORT + 900; base += 10) {
            int first = base;
            if (Stream.of(0, 1_000, 1_500, 2_000)
                    .allMatch(it ->
                            free(first + it) && free(first + it + 1) && free(first + it + 2) && free(first + it + 3))) {
                return base;
            }
        }
        throw new IOException("no free ports from %d on".formatted(FIRST_PORT));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** After a run that held; what a run leaves that did not hold is evidence. */
    public void remove() throws IOException {
        try (var all = Files.walk(home)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
