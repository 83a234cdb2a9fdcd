package org.comity.exchange.outbox;

import java.time.Clock;
import java.util.stream.Stream;
import org.comity.directory.KeysRevoked;
import org.comity.exchange.Outgoing;
import org.comity.proof.SignedEntry;
import org.comity.thread.Threads;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a courier took for a peer that has revoked its keys since, and may not have brought, waits again for its new ones. */
@Component
class PackingAnew {

    private final Unanswered unanswered;
    private final Outgoing outgoing;
    private final Threads threads;
    private final Clock clock;

    PackingAnew(Unanswered unanswered, Outgoing outgoing, Threads threads, Clock clock) {
        this.unanswered = unanswered;
        this.outgoing = outgoing;
        this.threads = threads;
        this.clock = clock;
    }

    @EventListener
    void revoked(KeysRevoked revoked) {
        var peer = revoked.participant();
        unanswered.packedInVain(peer, clock.instant());
        unanswered.carriedEntries(peer).stream()
                .flatMap(this::entry)
                .forEach(it -> outgoing.entry(peer, it));
    }

    /** @param subject thread and number, as the outbox names an entry */
    private Stream<SignedEntry> entry(String subject) {
        int slash = subject.lastIndexOf('/');
        return threads.entries(subject.substring(0, slash), Long.parseLong(subject.substring(slash + 1)) - 1).stream()
                .limit(1);
    }
}
