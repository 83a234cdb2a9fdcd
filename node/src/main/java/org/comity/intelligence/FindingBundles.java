package org.comity.intelligence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.comity.intelligence.BundleRows.FoundBundle;
import org.comity.intelligence.stix.BundleFile;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.seal.Container;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the STIX bundles that acts carry, as they come; once after the start of a newer program, in what came before. */
@Component
class FindingBundles implements ActFollower {

    private static final Logger LOG = LoggerFactory.getLogger(FindingBundles.class);

    private final Threads threads;
    private final BundleRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindingBundles(Threads threads, BundleRows rows, TransactionTemplate transaction, Clock clock) {
        this.threads = threads;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "intelligence";
    }

    @Override
    public void registered(ActRegistered event) {
        find(event.act().envelope());
    }

    /** Nobody waits for it: until it is done, no page offers to read an older bundle. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("bundles-of-past").start(() -> {
            try {
                past();
            } catch (RuntimeException stopped) {
                LOG.info(
                        "looking for bundles in older acts stopped and begins anew at the next start: {}",
                        stopped.toString());
            }
        });
    }

    void past() {
        if (rows.lookedAtPast()) return;
        Threads.Thread last = null;
        for (var some = page(last); !some.isEmpty(); some = page(last)) {
            some.forEach(it -> transaction.executeWithoutResult(_ -> inThread(it.id())));
            last = some.getLast();
        }
        transaction.executeWithoutResult(_ -> rows.pastLookedAt(clock.instant()));
    }

    private List<Threads.Thread> page(Threads.@org.jspecify.annotations.Nullable Thread last) {
        return threads.list(Threads.Filter.ALL, last, Threads.MOST);
    }

    private void inThread(String thread) {
        try (var acts = threads.everyAct(thread)) {
            acts.filter(it -> it.bodyKept() && it.n() != null)
                    .map(KeptAct::envelope)
                    .forEach(this::find);
        }
    }

    private void find(Envelope envelope) {
        if (envelope.attachments().isEmpty()) return;
        var container = threads.container(envelope.id()).map(Container::read);
        envelope.attachments().stream()
                .map(Attachment::name)
                .filter(name -> container
                        .flatMap(it -> it.attachment(name))
                        .filter(BundleFile::recognised)
                        .isPresent())
                .forEach(name -> rows.keep(envelope.thread(), new FoundBundle(envelope.id(), name)));
    }

    /** What is in a file of an act; empty where it has none of this name, or its words were deleted. */
    Optional<byte[]> content(String act, String name) {
        return threads.container(act).map(Container::read).flatMap(it -> it.attachment(name));
    }
}
