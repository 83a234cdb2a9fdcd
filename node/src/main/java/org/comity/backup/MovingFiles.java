package org.comity.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Every file of a folder, although a running node moves some while they are read: each is known by what it is and not by
 * where it lies, and looked for until it was read, or is gone. What comes new meanwhile is of no backup that began before.
 */
final class MovingFiles {

    /** Where one look may pass a file by that is being moved, two one after the other do not. */
    private static final int LOOKS = 2;

    private static final int ROUNDS = 20;

    private final Path folder;
    private final Predicate<Path> leftOut;
    private final Predicate<Path> wanted;
    private final Map<Object, Path> unread = new HashMap<>();

    /** @param leftOut files that are not wanted, and folders that are not entered */
    MovingFiles(Path folder, Predicate<Path> leftOut, Predicate<Path> wanted) {
        this.folder = folder;
        this.leftOut = leftOut;
        this.wanted = wanted;
    }

    interface Reading {
        /** @throws NoSuchFileException if it is not there any more, and nothing was read */
        void read(Path file) throws IOException;
    }

    /** @throws BackupNotDone if one keeps moving */
    void each(Reading reading) throws IOException {
        look().forEach((path, file) -> unread.put(file, path));
        look().forEach((path, file) -> unread.putIfAbsent(file, path));
        readSome(look(), reading);
        for (int round = 0, missed = 0; !unread.isEmpty() && missed < LOOKS; round++) {
            if (round == ROUNDS) {
                throw new BackupNotDone(
                        "%s moves all the time and could not be read. Run it again when less is going on."
                                .formatted(unread.values().iterator().next()));
            }
            missed = readSome(look(), reading) ? 0 : missed + 1;
        }
    }

    /** @return whether any that is still wanted was seen */
    private boolean readSome(Map<Path, Object> seen, Reading reading) throws IOException {
        var wantedNow = new HashSet<>(unread.keySet());
        boolean any = false;
        for (var each : seen.entrySet()) {
            // One file under two names is two files.
            if (wantedNow.contains(each.getValue())) {
                any = true;
                if (readOne(each.getKey(), each.getValue(), reading)) {
                    unread.remove(each.getValue());
                }
            }
        }
        return any;
    }

    private static boolean readOne(Path path, Object file, Reading reading) throws IOException {
        try {
            if (!identity(path).equals(Optional.of(file))) {
                return false;
            }
            reading.read(path);
            return true;
        } catch (NoSuchFileException moved) {
            return false;
        }
    }

    private Map<Path, Object> look() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var seen = new TreeMap<Path, Object>();
            boolean all = WalkedFiles.each(folder, leftOut, it -> {
                if (wanted.test(it)) identity(it).ifPresent(file -> seen.put(it, file));
            });
            if (all) return seen;
        }
        throw new BackupNotDone(
                "Folders below %s move all the time. Run it again when less is going on.".formatted(folder));
    }

    /** What stays when a file is renamed; where a file system has no such thing, its path. */
    private static Optional<Object> identity(Path path) {
        try {
            var it = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return it.isRegularFile() ? Optional.of(it.fileKey() == null ? path : it.fileKey()) : Optional.empty();
        } catch (IOException moved) {
            return Optional.empty();
        }
    }
}
