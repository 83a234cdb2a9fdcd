package org.comity.capacity.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.thread.ActRegistered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the needs on the list, and whom each names, for a minute or until one of them changes: however many ask, the list is
 * read once.
 */
@Component
class RecentNeeds {

    private static final Duration AGE = Duration.ofMinutes(1);

    /** @param providers ids of the participants that its State named */
    private record Naming(ListedNeed need, Set<String> providers) {}

    /** @param changes how many there had been before it was read */
    private record Read(Instant at, long changes, List<Naming> needs) {}

    private final ListedHelp listed;
    private final NamedProviders named;
    private final Clock clock;
    /** Any version of it. */
    private final String procedure = MatchedProcedures.read().needs() + "/";

    private final AtomicLong changes = new AtomicLong();
    private Read read = new Read(Instant.MIN, 0, List.of());

    RecentNeeds(ListedHelp listed, NamedProviders named, Clock clock) {
        this.listed = listed;
        this.named = named;
        this.clock = clock;
    }

    /** Oldest first. */
    List<ListedNeed> naming(String participant) {
        return needs(true, participant);
    }

    List<ListedNeed> notNaming(String participant) {
        return needs(false, participant);
    }

    /** The State of each. */
    List<String> states() {
        return read().needs().stream().map(it -> it.need().state()).toList();
    }

    private List<ListedNeed> needs(boolean names, String participant) {
        return read().needs().stream()
                .filter(it -> it.providers().contains(participant) == names)
                .map(Naming::need)
                .toList();
    }

    private synchronized Read read() {
        var now = clock.instant();
        long seen = changes.get();
        if (read.changes() != seen || read.at().isBefore(now.minus(AGE))) {
            var needs = listed.listedNeeds().stream()
                    .map(it -> new Naming(it, named.ids(it.acts())))
                    .toList();
            read = new Read(now, seen, needs);
        }
        return read;
    }

    /** Counted once it stands in the database, and waits for nobody who reads: what was read before is read again. */
    @TransactionalEventListener(fallbackExecution = true)
    void registered(ActRegistered event) {
        if (event.thread().procedure().startsWith(procedure)) changes.incrementAndGet();
    }
}
