package org.comity.evidence.vault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.comity.NodeProcess;
import org.comity.TemporaryFolders;

/** s3proxy in a process of its own, with the libraries that the build laid under {@code target/s3proxy}. */
final class S3Store implements AutoCloseable {

    /** Where no connection gets its port by chance; beside those of the stories. */
    private static final int PORT = Integer.getInteger("comity.story.port", 18540) + 71;

    private final Process process;

    S3Store() throws IOException {
        var home = TemporaryFolders.folder("s3");
        var settings = Files.writeString(home.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=id
                s3proxy.credential=secret
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=id
                jclouds.credential=secret
                """.formatted(
                PORT, Files.createDirectories(home.resolve("data/evidence")).getParent()));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        NodeProcess.COMPILED_ONCE,
                        "-DLOG_LEVEL=warn",
                        "-cp",
                        "target/s3proxy/*:" + System.getProperty("java.class.path"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || listens());
        if (!process.isAlive()) throw new IOException(Files.readString(home.resolve("log")));
    }

    String address() {
        return "http://127.0.0.1:" + PORT;
    }

    private boolean listens() {
        try (var line = new Socket("127.0.0.1", PORT)) {
            return line.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
