package org.comity.evidence.disk;

import java.io.IOException;
import java.util.List;
import org.comity.evidence.CarriedThreads;
import org.comity.evidence.CarriedThreads.NotTaken;
import org.comity.evidence.disk.DiskJobs.Job;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Threads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Acts and entries of a thread that came in a bag, each through the door. What is here already is passed over, so that a
 * bag is brought in again where it broke off.
 */
@Component
class BringingThread {

    private final Threads threads;
    private final ObjectProvider<CarriedThreads> door;

    BringingThread(Threads threads, ObjectProvider<CarriedThreads> door) {
        this.threads = threads;
        this.door = door;
    }

    /** @param from the participant that made the bag, by its signature */
    void bring(CarriedThread thread, String from, Job going) throws IOException {
        var carried = door.getIfAvailable();
        if (carried == null) return;
        int taken = 0;
        int known = 0;
        for (String act : thread.sealed()) {
            if (threads.act(act).isPresent()) {
                known++;
                continue;
            }
            try {
                carried.act(from, thread.container(act));
                taken++;
            } catch (NotTaken refused) {
                going.bad("acts/" + act, "act-refused", refused.code());
            }
        }
        thread.forgotten().stream()
                .filter(it -> threads.act(it).isEmpty())
                .forEach(it -> going.bad("acts/" + it, "act-forgotten", ""));
        if (taken > 0) going.good(thread.thread(), "acts-taken", Integer.toString(taken));
        if (known > 0) going.good(thread.thread(), "acts-here", Integer.toString(known));
        entries(carried, thread, from, going);
    }

    /** Nobody but its keeper writes a register: of ours, what the other node was told is no news. */
    private void entries(CarriedThreads carried, CarriedThread thread, String from, Job going) {
        if (!thread.keeper().equals(from)) return;
        long last = threads.find(thread.thread()).map(Threads.Thread::lastEntry).orElse(0L);
        List<SignedEntry> later =
                thread.entries().stream().filter(it -> it.entry().n() > last).toList();
        int taken = 0;
        try {
            for (int at = 0; at < later.size(); at += CarriedThreads.ENTRIES) {
                var some = later.subList(at, Math.min(later.size(), at + CarriedThreads.ENTRIES));
                carried.entries(from, some);
                taken += some.size();
            }
        } catch (NotTaken refused) {
            going.bad("register", "entries-refused", refused.code());
        }
        if (taken > 0) going.good(thread.thread(), "entries-taken", Integer.toString(taken));
    }
}
