package org.comity.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.comity.directory.PracticeNetwork;
import org.comity.directory.PracticeNetwork.Laid;

/** A practice network of two nodes in a folder of its own, on ports nobody uses. */
record PracticeGround(Path home, List<Laid.Node> nodes) {

    static PracticeGround lay() throws IOException {
        var home = Files.createTempDirectory("comity-bench");
        // A database started by root runs as nobody, who must reach it.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new PracticeGround(home, PracticeNetwork.lay(home, 2, freePorts()).nodes());
    }

    Laid.Node asking() {
        return nodes.getFirst();
    }

    Laid.Node asked() {
        return nodes.getLast();
    }

    Path authority() {
        return home.resolve("authority/ca.pem");
    }

    /** Pages of two nodes follow the operator's port, their doors lie 1000 above. */
    private static int freePorts() throws IOException {
        for (int base = 21_000; base < 29_000; base += 10) {
            if (free(base + 1) && free(base + 2) && free(base + 1_001) && free(base + 1_002)) {
                return base;
            }
        }
        throw new IOException("no free ports between 21000 and 30000");
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
    void remove() throws IOException {
        try (var all = Files.walk(home)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
