package org.comity.evidence.disk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.comity.directory.Directory;
import org.comity.evidence.Arrivals;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.Evidence;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.PracticeFaces.Answer;
import org.comity.ledger.Ledger;
import org.comity.sealing.Keys;
import org.comity.sealing.Sealing;
import org.comity.thread.Threads;
import org.springframework.util.unit.DataSize;

/** A disk in a folder; the rooms around it answer what a test says, and nothing else. */
final class PracticeDisk {

    private static final Clock NOON = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private Answer carrying = PracticeDisk::nothing;
    private DiskOfBags started;

    PracticeDisk(Path folder) {
        this.folder = folder;
    }

    PracticeDisk carrying(Answer answer) {
        carrying = answer;
        return this;
    }

    Disk start() {
        if (started == null) {
            var settings = new DiskSettings(folder, 100, DataSize.ofGigabytes(1));
            var ledger = PracticeFaces.only(Ledger.class, (what, arguments) -> null);
            started = new DiskOfBags(settings, bags(ledger), new PlainFiles(face(Evidence.class)), ledger, NOON, "XA-1");
        }
        return started;
    }

    Disk.Work work() {
        return start().works().getFirst();
    }

    /** Its threads are exported as empty. */
    private Bags bags(Ledger ledger) {
        var threads = PracticeFaces.only(Threads.class, (what, arguments) -> {
            if (!what.equals("export")) throw new UnsupportedOperationException(what);
            return null;
        });
        return new Bags(
                PracticeFaces.only(CarriedItems.class, carrying),
                face(Arrivals.class),
                threads,
                new BringingThread(threads, null),
                face(Directory.class),
                face(Sealing.class),
                face(Keys.class),
                ledger,
                NOON);
    }

    private static <T> T face(Class<T> of) {
        return PracticeFaces.only(of, PracticeDisk::nothing);
    }

    private static Object nothing(String what, Object[] arguments) {
        throw new UnsupportedOperationException(what);
    }
}
