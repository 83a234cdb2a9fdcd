package org.comity.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.comity.viewer.child.WritingFrames;

/** A child that something evil has taken over; or one that looks around where it is. */
final class Misbehaving {

    private final DataOutputStream out = new DataOutputStream(System.out);

    private Misbehaving() {}

    public static void main(String[] arguments) throws Exception {
        var child = new Misbehaving();
        switch (arguments[0]) {
            case "endless" -> {
                while (true) child.say(WritingFrames.TEXT, "x".repeat(10_000));
            }
            case "dies" -> {
                child.say(WritingFrames.TEXT, "as far as here");
                Runtime.getRuntime().halt(139);
            }
            case "lies" -> child.say(WritingFrames.NOTE, "<script>");
            case "eats" -> {
                var all = new ArrayList<byte[]>();
                while (true) all.add(new byte[1 << 20]);
            }
            case "sleeps" -> Thread.sleep(Long.MAX_VALUE);
            case "attacks" -> child.attacks(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
            default -> child.looks(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        }
    }

    private void looks(int port, Path secret) throws IOException {
        say(WritingFrames.FIELD, "network\n" + (reaches(port) ? "reached" : "none"));
        say(
                WritingFrames.FIELD,
                "environment\n"
                        + System.getenv().keySet().stream()
                                .filter(it -> !it.equals("PWD"))
                                .count());
        say(
                WritingFrames.FIELD,
                "writes\n"
                        + (writes(Path.of("/tmp/viewer")) || writes(Path.of("/dev/shm/viewer"))
                                ? "something"
                                : "nothing"));
        say(
                WritingFrames.FIELD,
                "files\n" + (Files.exists(Path.of("/etc/passwd")) || Files.exists(secret) ? "some" : "none"));
        say(WritingFrames.FIELD, "processes\n" + (ProcessHandle.allProcesses().count() <= 3 ? "own" : "others"));
        say(WritingFrames.END, "");
        out.flush();
    }

    /** Whatever the node's user may do to the node's files, straight and around the corner. */
    private void attacks(Path read, Path truncated, Path deleted) throws IOException {
        say(WritingFrames.FIELD, "read\n" + anyhow(read, it -> Files.readAllBytes(it)));
        say(
                WritingFrames.FIELD,
                "truncated\n"
                        + anyhow(
                                truncated,
                                it -> Files.newByteChannel(
                                                it, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                                        .close()));
        say(WritingFrames.FIELD, "deleted\n" + anyhow(deleted, Files::delete));
        say(
                WritingFrames.FIELD,
                "listed\n"
                        + anyhow(
                                read.getParent(),
                                it -> Files.newDirectoryStream(it).close()));
        say(WritingFrames.END, "");
        out.flush();
    }

    private interface Attack {
        void on(Path file) throws IOException;
    }

    /** By its name, and through whatever process may see another root. */
    private static String anyhow(Path file, Attack attack) {
        var roots = new ArrayList<String>(List.of("", "/proc/self/root", "/proc/self/cwd"));
        ProcessHandle.allProcesses().forEach(it -> roots.add("/proc/%d/root".formatted(it.pid())));
        for (var root : roots) {
            try {
                attack.on(Path.of(root + file));
                return "yes";
            } catch (IOException | RuntimeException e) {
                // The next corner.
            }
        }
        return "no";
    }

    /** Somebody listens there, on the machine of the node. */
    private static boolean reaches(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean writes(Path file) {
        try {
            Files.write(file, new byte[] {1});
            Files.delete(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void say(int kind, String text) throws IOException {
        byte[] content = text.getBytes(UTF_8);
        out.writeByte(kind);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }
}
