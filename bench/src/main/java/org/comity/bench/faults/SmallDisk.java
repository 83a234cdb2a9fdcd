package org.comity.bench.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.comity.bench.faults.Fault.NotPlayed;

/** A file system of a few hundred megabytes (tmpfs, which needs root) that is filled to its last byte by a file of ours. */
record SmallDisk(Path folder) {

    private static final int MEGABYTES = 450;
    private static final String FILLER = "filler";

    static void under(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=%dm,mode=755".formatted(MEGABYTES),
                "comity-bench",
                folder.toString())) {
            throw new NotPlayed("a small file system could not be mounted; that needs root");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> unmount(folder)));
    }

    static void remove(Path folder) {
        unmount(folder);
    }

    private static void unmount(Path folder) {
        run("umount", "-l", folder.toString());
    }

    void fill() throws IOException {
        try (var file = FileChannel.open(
                folder.resolve(FILLER),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            for (int size = 1 << 20; size >= 512; size /= 2) {
                fill(file, size);
            }
        }
    }

    private static void fill(FileChannel file, int size) {
        try {
            while (file.write(ByteBuffer.allocate(size)) == size) {
                // until it is full
            }
        } catch (IOException full) {
            // that is what we wanted
        }
    }

    /** So many bytes of room. */
    void free(long bytes) throws IOException {
        try (var file = FileChannel.open(folder.resolve(FILLER), StandardOpenOption.WRITE)) {
            file.truncate(Math.max(0, file.size() - bytes));
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(folder.resolve(FILLER));
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
