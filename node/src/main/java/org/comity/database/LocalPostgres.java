package org.comity.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL of one's own from the binaries jar. Unlike zonky's EmbeddedPostgres it keeps fsync on, asks
 * for a password (SCRAM) and, started by root, really drops to an unprivileged user.
 */
final class LocalPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
    private static final long WAL_SEGMENT = 16L << 20;
    /** After a kill it reads what it had not put in its place yet. */
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);

    private final Path home;
    private final Path bin;
    private final Path data;
    private final UnprivilegedUser user;
    private int port;
    private final String password;
    private final boolean durable;
    private volatile @Nullable Process server;
    private volatile boolean closed;

    /** @param home absolute or relative folder; {@code durable} false only in tests: fsync off, many clients */
    LocalPostgres(Path home, boolean durable) {
        try {
            this.home = Files.createDirectories(home.toAbsolutePath());
            this.durable = durable;
            this.user = UnprivilegedUser.reaching(this.home);
            this.bin = PostgresBinaries.of(this.home);
            this.data = this.home.resolve("pgdata");
            Path secret = this.home.resolve("pg.secret");
            if (!Files.exists(secret)) {
                byte[] b = new byte[24];
                new SecureRandom().nextBytes(b);
                Files.createFile(
                        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(secret, HexFormat.of().formatHex(b));
            }
            this.password = Files.readString(secret);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initdb();
            }
            startOnAnyPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    private void initdb() throws IOException {
        Files.createDirectories(data);
        Path pw = Files.writeString(home.resolve("pw"), password);
        if (user.foreign()) {
            UnprivilegedUser.run(List.of("chown", "65534:65534", data.toString(), pw.toString()), null);
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        List<String> c = new ArrayList<>(user.prefix());
        c.addAll(List.of(
                bin + "/initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C",
                "--auth=scram-sha-256",
                // Rounds guard what can be guessed. This password is 24 random bytes, and each connection would pay for
                // them.
                "-c",
                "scram_iterations=1",
                "--pwfile=" + pw));
        if (!durable) {
            c.add("--no-sync");
        }
        int rc = UnprivilegedUser.run(c, home.resolve("initdb.log"));
        Files.delete(pw);
        if (rc != 0) {
            throw new IOException("initdb failed: " + Files.readString(home.resolve("initdb.log")));
        }
    }

    /** A server that a killed JVM left behind. */
    private void stopStale() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String number = Files.readAllLines(pidFile).getFirst();
        if (runsOn(number, data)) {
            long pid = Long.parseLong(number.strip());
            log.warn("stopping PostgreSQL {} that an earlier run left behind", pid);
            UnprivilegedUser.run(List.of("kill", "-INT", Long.toString(pid)), null);
            ProcessHandle.of(pid)
                    .ifPresent(h -> h.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        }
    }

    static boolean runsOn(String pid, Path data) throws IOException {
        Path cmd = Path.of("/proc/" + pid.strip() + "/cmdline");
        return Files.exists(cmd)
                && Files.readString(cmd).contains(data.toAbsolutePath().toString());
    }

    /** Between choosing a free port and listening at it, anything may take it. */
    private void startOnAnyPort() throws IOException {
        stopStale();
        for (int left = 2; ; left--) {
            try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = s.getLocalPort();
            }
            try {
                start(Redirect.to(log()));
                return;
            } catch (IOException e) {
                if (left == 0 || !String.valueOf(e.getMessage()).contains("could not bind")) throw e;
            }
        }
    }

    /** After it ended by itself, where the pool of connections knows it: at the same port. */
    void startAgain() throws IOException {
        start(Redirect.appendTo(log()));
    }

    private java.io.File log() {
        return home.resolve("postgres.log").toFile();
    }

    /** As it was last started; it may have ended since. */
    Process server() {
        return Objects.requireNonNull(server);
    }

    boolean closed() {
        return closed;
    }

    private void start(Redirect said) throws IOException {
        List<String> c = new ArrayList<>(user.prefix());
        c.addAll(List.of(
                bin + "/postgres",
                "-D",
                data.toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=128MB"));
        if (!durable) {
            for (var setting :
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400")) {
                c.addAll(List.of("-c", setting));
            }
        }
        var p = begin(new ProcessBuilder(c)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(said));
        long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        while (System.nanoTime() < end && p.isAlive()) {
            try (var con = java.sql.DriverManager.getConnection(jdbcUrl(), "postgres", password)) {
                return;
            } catch (java.sql.SQLException notYet) {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        // On a full disk not even its log can be written.
        throw new IOException(
                home.toFile().getUsableSpace() < WAL_SEGMENT
                        ? "No space left on device"
                        : "postgres did not start: " + lastWords());
    }

    private String lastWords() throws IOException {
        var said = Files.readString(log().toPath());
        return said.substring(Math.max(0, said.length() - 2_000));
    }

    /** What was closed in between is not started behind its back. */
    private synchronized Process begin(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IOException("PostgreSQL was stopped");
        }
        var begun = builder.start();
        server = begun;
        return begun;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Process p = server;
        if (p == null || !p.isAlive()) {
            return;
        }
        try {
            // SIGINT is PostgreSQL's "fast" shutdown; Process.destroy() would send SIGTERM ("smart", waits for clients)
            new ProcessBuilder("kill", "-INT", Long.toString(p.pid())).start().waitFor();
            if (!p.waitFor(20, TimeUnit.SECONDS)) {
                p.destroyForcibly();
            }
        } catch (IOException e) {
            p.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
