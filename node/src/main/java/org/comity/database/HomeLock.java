package org.comity.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process a home: whoever holds the lock may start, stop and write what lies there. The system frees it when the process
 * ends, however that ends; its file stays, and says who was the last.
 */
public final class HomeLock implements AutoCloseable {

    /** In the home. */
    public static final String FILE = "node.lock";

    /**
     * By this process, with what stands in each. Whoever closes a file frees all locks that the process has on it: here it is
     * not opened a second time, not even to read it.
     */
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws HomeInUse if another process has it, or this one already */
    public static HomeLock take(Path home, String why) {
        try {
            var file =
                    Files.createDirectories(home.toAbsolutePath()).toRealPath().resolve(FILE);
            var who = "%s, process %d on %s"
                    .formatted(why, ProcessHandle.current().pid(), host());
            var here = HELD_HERE.putIfAbsent(file, who);
            if (here != null) {
                throw new HomeInUse(home.toString(), here);
            }
            return locked(file, who).orElseThrow(() -> {
                HELD_HERE.remove(file);
                return new HomeInUse(home.toString(), holder(file));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be locked: %s".formatted(home, e), e);
        }
    }

    private static Optional<HomeLock> locked(Path file, String who) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((who + "\n").getBytes(UTF_8)), 0);
            return Optional.of(new HomeLock(file, channel));
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** What its holder wrote into it. */
    private static String holder(Path file) {
        try {
            var said = Files.readString(file).strip();
            return said.isEmpty() || said.length() > 200 ? "another process" : said;
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
