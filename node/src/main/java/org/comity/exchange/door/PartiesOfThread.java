package org.comity.exchange.door;

import org.comity.directory.Participant;
import org.comity.exchange.Refusal;
import org.comity.thread.Threads;

/** Lets only the other party of a thread speak in it. */
final class PartiesOfThread {

    private PartiesOfThread() {}

    static Threads.Thread both(Threads threads, String thread, Participant from) throws Refusal {
        var found = threads.find(thread).orElseThrow(() -> new Refusal("unknown-thread", "no such thread"));
        if (!found.counterpart().equals(from.id())) {
            throw new Refusal("not-a-party", "a thread of others");
        }
        return found;
    }
}
