package org.comity.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Reads a Maildir: what a mail server delivered stands in {@code new}, and goes once it was read; what nobody can read goes to {@code cur}. */
final class ReplyFolder {

    /** Names of one look, so that no folder fills the memory. */
    private static final int MOST = 10_000;

    private final Path folder;

    ReplyFolder(Path folder) {
        this.folder = folder;
    }

    /** As they were delivered, oldest first; nothing where the server has delivered nothing yet. */
    List<Path> arrived() throws IOException {
        var fresh = folder.resolve("new");
        if (!Files.isDirectory(fresh)) return List.of();
        try (var files = Files.list(fresh)) {
            return files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)
                            && !it.getFileName().toString().startsWith("."))
                    .limit(MOST)
                    .sorted()
                    .toList();
        }
    }

    /** The first bytes of it, one more than are taken where it is longer. */
    static byte[] read(Path mail) throws IOException {
        try (var in = Files.newInputStream(mail, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(ReceivedReply.LARGEST + 1);
        } catch (NoSuchFileException another) {
            return new byte[0];
        }
    }

    static void done(Path mail) throws IOException {
        Files.deleteIfExists(mail);
    }

    /** So that an administrator finds it, and it is not read for ever. */
    void setAside(Path mail) throws IOException {
        var read = Files.createDirectories(folder.resolve("cur"));
        Files.move(
                mail,
                read.resolve(mail.getFileName().toString().replaceFirst(":.*", "") + ":2,S"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
