package org.comity.intelligence;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.intelligence.BundleRows.FoundBundle;
import org.comity.intelligence.stix.BundleFile;
import org.comity.intelligence.stix.IndexedObject;
import org.comity.intelligence.stix.IndexingObjects;
import org.comity.intelligence.stix.WritingBundles;
import org.comity.intelligence.stix.WritingBundles.NamedIdentifier;
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
    private final LimitsOnUse limits;
    private final WritingBundles writing;
    private final IndexingObjects indexing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    // More than eight: what is found is listed at once, with what is written of the same act and what binds it.
    FindingBundles(
            Threads threads,
            BundleRows bundles,
            ObjectRows objects,
            NamingIdentifiers naming,
            LimitsOnUse limits,
            WritingBundles writing,
            IndexingObjects indexing,
            TransactionTemplate transaction,
            Clock clock) {
        this.threads = threads;
        this.bundles = bundles;
        this.objects = objects;
        this.naming = naming;
        this.limits = limits;
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
        bind(event.thread().id());
    }

    /** Each act may bring a limit or lift it. */
    private void bind(String thread) {
        if (objects.lists(thread))
            objects.bind(thread, limits.binding(Set.of(thread)).contains(thread));
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
        boolean whole = true;
        Threads.Thread last = null;
        for (var some = page(last); !some.isEmpty(); some = page(last)) {
            for (var each : some) whole &= looked(each);
            last = some.getLast();
        }
        if (whole) transaction.executeWithoutResult(_ -> bundles.pastLookedAt(clock.instant()));
    }

    /** One thread that cannot be looked at hides no other. */
    private boolean looked(Threads.Thread thread) {
        try {
            threads.actIds(thread.id())
                    .forEach(it -> transaction.executeWithoutResult(_ -> threads.act(it)
                            .filter(act -> act.bodyKept() && act.n() != null)
                            .ifPresent(act -> find(act, thread.ourRole().word()))));
            transaction.executeWithoutResult(_ -> bind(thread.id()));
            return true;
        } catch (RuntimeException fault) {
            LOG.warn(
                    "no bundles were looked for in thread {}; it is looked at again at the next start",
                    thread.id(),
                    fault);
            return false;
        }
    }

    private List<Threads.Thread> page(Threads.@Nullable Thread last) {
        return threads.list(Threads.Filter.ALL, last, Threads.MOST);
    }

    private void find(KeptAct act, String ourRole) {
        var ids = new HashSet<String>();
        var narrowest = TrafficLight.CLEAR;
        for (var file : recognised(act).entrySet()) {
            bundles.keep(act.thread(), new FoundBundle(act.id(), file.getKey()));
            var listed = indexing.ofBundle(file.getValue());
            list(act, ourRole, file.getKey(), listed.objects());
            listed.objects().forEach(it -> ids.add(it.id()));
            if (listed.narrowest() != null) narrowest = narrowest.narrower(listed.narrowest());
        }
        // What is for eyes alone in a file of the act is not read in its fields instead, nor told twice.
        if (narrowest == TrafficLight.RED) return;
        var named = WritingBundles.without(ids, naming.in(act));
        if (!named.isEmpty())
            list(act, ourRole, WRITTEN, indexing.ofBundle(written(act, named)).objects());
    }

    /** A drill tells platforms nothing, nor does what had no effect. */
    private void list(KeptAct act, String ourRole, String name, List<IndexedObject> listed) {
        if (act.envelope().drill() || !Entry.EFFECTIVE.equals(act.effect())) return;
        boolean given = act.envelope().role().equals(ourRole);
        objects.add(act.id(), name, act.thread(), given, listed, clock.instant());
    }

    /** Its files that are bundles, by name. */
    private Map<String, byte[]> recognised(KeptAct act) {
        var found = new LinkedHashMap<String, byte[]>();
        var names = act.envelope().attachments().stream().map(Attachment::name).toList();
        if (names.isEmpty()) return found;
        threads.container(act.id())
                .map(Container::read)
                .ifPresent(container -> names.forEach(name -> container
                        .attachment(name)
                        .filter(BundleFile::recognised)
                        .ifPresent(it -> found.put(name, it))));
        return found;
    }

    /** Under the narrowest label that a program may read: no officer chose another. */
    private byte[] written(KeptAct act, List<NamedIdentifier> named) {
        return writing.write(act.id(), named, TrafficLight.AMBER_STRICT).json();
    }

    /** What is in a file of an act; empty where it has none of this name, or its words were deleted. */
    Optional<byte[]> content(String act, String name) {
        return threads.container(act).map(Container::read).flatMap(it -> it.attachment(name));
    }

    /** The bundle under which an object is listed. */
    Optional<byte[]> bundle(String act, String name) {
        return name.equals(WRITTEN)
                ? threads.act(act).filter(KeptAct::bodyKept).map(it -> written(it, naming.in(it)))
                : content(act, name);
    }
}
