package org.comity.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands as far beside the machine's as a file says, so that the nodes of a practice network run through past
 * days together. Once the file is gone it is the machine's clock for good.
 */
public final class PracticeClock extends Clock {

    /** A reader may be so far behind the file: whoever sets it waits longer before anything is asked of a node. */
    public static final Duration LOOKED_AT_EVERY = Duration.ofMillis(20);

    private final Path file;
    private final Clock machine;
    private final ZoneId zone;
    private volatile Seen seen;

    private record Seen(Duration beside, long nanos, boolean gone) {}

    PracticeClock(Path file, Clock machine) {
        this(file, machine, ZoneOffset.UTC, look(file, null));
    }

    private PracticeClock(Path file, Clock machine, ZoneId zone, Seen seen) {
        this.file = file;
        this.machine = machine;
        this.zone = zone;
        this.seen = seen;
    }

    /** Sets every clock that follows this file, all of it or nothing. */
    public static void set(Path file, Duration beside) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, beside.toString(), StandardCharsets.US_ASCII);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        var now = seen;
        if (!now.gone && System.nanoTime() - now.nanos > LOOKED_AT_EVERY.toNanos()) {
            now = look(file, now);
            seen = now;
        }
        return machine.instant().plus(now.beside);
    }

    /** Whether the file is still there: false for good once it is gone. */
    boolean isMoved() {
        instant();
        return !seen.gone;
    }

    /** A file that cannot be read just now is not gone: a clock that jumped would not come back. */
    private static Seen look(Path file, @Nullable Seen before) {
        // Of before: what was written while the file was read counts as not seen yet.
        long looked = System.nanoTime();
        try {
            var beside = Duration.parse(
                    Files.readString(file, StandardCharsets.US_ASCII).strip());
            return new Seen(beside, looked, false);
        } catch (NoSuchFileException gone) {
            return new Seen(Duration.ZERO, looked, true);
        } catch (IOException | DateTimeParseException unreadable) {
            if (before == null) {
                throw new IllegalStateException(
                        "%s does not say how far the clock stands beside the machine's".formatted(file), unreadable);
            }
            return new Seen(before.beside, looked, false);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId another) {
        return new PracticeClock(file, machine, another, seen);
    }
}
