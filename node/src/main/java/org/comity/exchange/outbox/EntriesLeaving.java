package org.comity.exchange.outbox;

import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingQueue;
import org.comity.thread.ActRegistered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An entry of our register leaves with the commit that wrote it; an entry of another's says that our act arrived. */
@Component
class EntriesLeaving {

    private final Outbox outbox;
    private final OutgoingQueue outgoing;
    private final Directory directory;
    private final Clock clock;

    EntriesLeaving(Outbox outbox, OutgoingQueue outgoing, Directory directory, Clock clock) {
        this.outbox = outbox;
        this.outgoing = outgoing;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener
    void on(ActRegistered registered) {
        var thread = registered.thread();
        if (registered.ours()) {
            outbox.registered(registered.act().id(), !thread.weKeep(), clock.instant());
        }
        if (thread.weKeep()
                && directory
                        .find(thread.counterpart())
                        .filter(Participant::hasNode)
                        .isPresent()) {
            outgoing.entry(thread.counterpart(), registered.entry());
        }
    }
}
