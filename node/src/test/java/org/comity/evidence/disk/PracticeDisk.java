package org.comity.evidence.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.directory.Directory;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.Evidence;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.PlainBytes;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.PracticeFaces.Answer;
import org.comity.ledger.Ledger;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.Sealing;
import org.comity.thread.Threads;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** A disk in a folder; the rooms around it answer what a test says, and nothing else. */
final class PracticeDisk {

    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final Map<Class<?>, Answer> answers = new HashMap<>();
    /** Files and folders that were forced to the disk, in that order. */
    final List<Path> forced = new CopyOnWriteArrayList<>();

    /** The disk is pulled out as the list is written. */
    volatile boolean failing;

    private final Disk disk;

    PracticeDisk(Path folder) {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        // Threads are exported as empty.
        with(Threads.class, (what, arguments) -> only("export", what));
        with(Ledger.class, (what, arguments) -> only("record", what));
        var bags = new Bags(
                face(CarriedItems.class),
                face(ItemArrivals.class),
                face(Threads.class),
                new BringingThread(face(Threads.class), null),
                face(Directory.class),
                face(Sealing.class),
                face(NodeKeys.class),
                face(Ledger.class),
                clock);
        var settings = new DiskSettings(folder, 100, DataSize.ofGigabytes(1));
        disk = new DiskOfBags(
                settings,
                bags,
                new PlainFiles(face(Evidence.class), face(ItemsOfThread.class)),
                out(),
                face(Ledger.class),
                clock,
                "XA-1");
    }

    private ExportingDeliveredFiles out() {
        var acts = new StaticListableBeanFactory(Map.of("acts", face(CustodyActs.class)));
        return new ExportingDeliveredFiles(
                face(Evidence.class), face(PlainBytes.class), acts.getBeanProvider(CustodyActs.class), this::force);
    }

    private void force(Path what) throws IOException {
        forced.add(what);
        boolean list = Files.isRegularFile(what) && Files.readString(what).contains("  ");
        if (failing && list) throw new IOException("pulled out");
    }

    PracticeDisk with(Class<?> face, Answer answer) {
        answers.put(face, answer);
        return this;
    }

    Disk disk() {
        return disk;
    }

    /** What was begun last. */
    Disk.Work work() {
        return disk.works().getFirst();
    }

    private <T> T face(Class<T> of) {
        return PracticeFaces.only(of, (what, arguments) -> {
            var answer = answers.get(of);
            if (answer == null) throw new UnsupportedOperationException(of.getSimpleName() + " " + what);
            return answer.to(what, arguments);
        });
    }

    private static Object only(String known, String what) {
        if (!what.equals(known)) throw new UnsupportedOperationException(what);
        return null;
    }
}
