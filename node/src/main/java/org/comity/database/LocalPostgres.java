package org.comity.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * A durable PostgreSQL of one's own from the binaries jar. Unlike zonky's EmbeddedPostgres it keeps fsync on, asks
 * for a password (SCRAM) and, started by root, really drops to an unprivileged user.
 */
final class LocalPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
    private static final long WAL_SEGMENT = 16L << 20;

    private final Path home;
    private final Path bin;
    private final Path data;
    private final List<String> drop;
    private int port;
    private final String password;
    private final boolean durable;
    private @Nullable Process server;

    /** @param home absolute or relative folder; {@code durable} false only in tests: fsync off, many clients */
    LocalPostgres(Path home, boolean durable) {
        try {
            this.home = Files.createDirectories(home.toAbsolutePath());
            this.durable = durable;
            this.drop = dropPrivileges(this.home);
            this.bin = unpack(this.home.resolve("pgsql"));
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

    /** Empty for a normal user; for root, the prefix that runs a command as nobody (or in a user namespace). */
    private static List<String> dropPrivileges(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        String force = System.getenv("COMITY_DROP");
        List<List<String>> ways = new ArrayList<>();
        ways.add(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
        ways.add(List.of("runuser", "-u", "nobody", "--"));
        ways.add(List.of("unshare", "-U", "--"));
        for (List<String> way : ways) {
            if (force != null && !way.getFirst().equals(force)) {
                continue;
            }
            List<String> probe = new ArrayList<>(way);
            probe.addAll(List.of("test", "-x", home.toString()));
            if (run(probe, null) == 0) {
                log.info("PostgreSQL drops root by {}", way);
                return way;
            }
        }
        throw new IOException("root cannot run PostgreSQL here: nobody can't reach " + home
                + " and no user namespace is to be had; set node.home to a folder under /var/lib");
    }

    private boolean foreignOwner() {
        return !drop.isEmpty() && !drop.getFirst().equals("unshare");
    }

    private void initdb() throws IOException {
        Files.createDirectories(data);
        Path pw = Files.writeString(home.resolve("pw"), password);
        if (foreignOwner()) {
            run(List.of("chown", "65534:65534", data.toString(), pw.toString()), null);
        }
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        List<String> c = new ArrayList<>(drop);
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
                "--pwfile=" + pw));
        if (!durable) {
            c.add("--no-sync");
        }
        int rc = run(c, home.resolve("initdb.log"));
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
            run(List.of("kill", "-INT", Long.toString(pid)), null);
            ProcessHandle.of(pid)
                    .ifPresent(h -> h.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        }
    }

    static boolean runsOn(String pid, Path data) throws IOException {
        Path cmd = Path.of("/proc/" + pid.strip() + "/cmdline");
        return Files.exists(cmd) && Files.readString(cmd).contains(data.toAbsolutePath().toString());
    }

    /** Between choosing a free port and listening at it, anything may take it. */
    private void startOnAnyPort() throws IOException {
        stopStale();
        for (int left = 2; ; left--) {
            try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = s.getLocalPort();
            }
            try {
                start();
                return;
            } catch (IOException e) {
                if (left == 0 || !String.valueOf(e.getMessage()).contains("could not bind")) throw e;
            }
        }
    }

    private void start() throws IOException {
        List<String> c = new ArrayList<>(drop);
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
            for (var setting : List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400")) {
                c.addAll(List.of("-c", setting));
            }
        }
        Process p = new ProcessBuilder(c)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("postgres.log").toFile())
                .start();
        server = p;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
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
                        : "postgres did not start: " + Files.readString(home.resolve("postgres.log")));
    }

    private static int run(List<String> command, @Nullable Path out) throws IOException {
        try {
            ProcessBuilder b =
                    new ProcessBuilder(command).redirectErrorStream(true).directory(new java.io.File("/"));
            b.redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out.toFile()));
            return b.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (IOException missingProgram) {
            return -1;
        }
    }

    private static Path unpack(Path to) throws IOException {
        Path done = to.resolve(".unpacked");
        if (Files.exists(done)) {
            return to.resolve("bin");
        }
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream raw = LocalPostgres.class.getResourceAsStream("/postgres-linux-" + arch + ".txz")) {
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
                    Files.createDirectories(java.util.Objects.requireNonNull(f.getParent()));
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

    @Override
    public synchronized void close() {
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
