package org.comity.intelligence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.comity.intelligence.BundleRows.FoundBundle;
import org.comity.intelligence.stix.BundleFile;
import org.comity.intelligence.stix.IndexingObjects;
import org.comity.intelligence.stix.WritingBundles;
import org.comity.proof.act.Attachment;
import org.comity.proof.register.Entry;
import org.comity.proof.seal.Container;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
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

    /** Under this name lies what is written of the identifiers that an act names. */
    private static final String WRITTEN = "";

    private final Threads threads;
    private final BundleRows bundles;
    private final ObjectRows objects;
    private final NamingIdentifiers naming;
    private final WritingBundles writing;
    private final IndexingObjects indexing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindingBundles(
            Threads threads,
            BundleRows bundles,
            ObjectRows objects,
            NamingIdentifiers naming,
            WritingBundles writing,
            IndexingObjects indexing,
            TransactionTemplate transaction,
            Clock clock) {
        this.threads = threads;
        this.bundles = bundles;
        this.objects = objects;
        this.naming = naming;
        this.writing = writing;
        this.indexing = indexing;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "intelligence";
    }

    @Override
    public void registered(ActRegistered event) {
        threads.act(event.act().id())
                .filter(KeptAct::bodyKept)
                .ifPresent(it -> find(it, event.thread().ourRole().word()));
    }

    /** Nobody waits for it: until it is done, neither a page nor a program is offered an older bundle. */
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
        if (bundles.lookedAtPast()) return;
        Threads.Thread last = null;
        for (var some = page(last); !some.isEmpty(); some = page(last)) {
            some.forEach(it -> transaction.executeWithoutResult(_ -> inThread(it)));
            last = some.getLast();
        }
        transaction.executeWithoutResult(_ -> bundles.pastLookedAt(clock.instant()));
    }

    private List<Threads.Thread> page(Threads.@Nullable Thread last) {
        return threads.list(Threads.Filter.ALL, last, Threads.MOST);
    }

    private void inThread(Threads.Thread thread) {
        try (var acts = threads.everyAct(thread.id())) {
            acts.filter(it -> it.bodyKept() && it.n() != null)
                    .forEach(it -> find(it, thread.ourRole().word()));
        }
    }

    private void find(KeptAct act, String ourRole) {
        for (var name : named(act)) {
            content(act.id(), name).filter(BundleFile::recognised).ifPresent(file -> {
                bundles.keep(act.thread(), new FoundBundle(act.id(), name));
                list(act, ourRole, name, file);
            });
        }
        if (!naming.in(act).isEmpty()) list(act, ourRole, WRITTEN, written(act));
    }

    /** A drill tells platforms nothing, nor does what had no effect. */
    private void list(KeptAct act, String ourRole, String name, byte[] file) {
        if (act.envelope().drill() || !Entry.EFFECTIVE.equals(act.effect())) return;
        boolean given = act.envelope().role().equals(ourRole);
        objects.add(act.id(), name, act.thread(), given, indexing.ofBundle(file), clock.instant());
    }

    private static List<String> named(KeptAct act) {
        return act.envelope().attachments().stream().map(Attachment::name).toList();
    }

    /** Under the narrowest label that a program may read: no officer chose another. */
    private byte[] written(KeptAct act) {
        return writing.write(act.id(), naming.in(act), TrafficLight.AMBER_STRICT)
                .json();
    }

    /** What is in a file of an act; empty where it has none of this name, or its words were deleted. */
    Optional<byte[]> content(String act, String name) {
        return threads.container(act).map(Container::read).flatMap(it -> it.attachment(name));
    }

    /** The bundle under which an object is listed. */
    Optional<byte[]> bundle(String act, String name) {
        return name.equals(WRITTEN)
                ? threads.act(act).filter(KeptAct::bodyKept).map(this::written)
                : content(act, name);
    }
}
