package org.comity.evidence.disk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.comity.directory.Directory;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.disk.Disk.Step;
import org.comity.evidence.disk.DiskJobs.Job;
import org.comity.ledger.Ledger;
import org.comity.proof.Verdict;
import org.comity.proof.bag.Bag;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.bag.ExportStatement;
import org.comity.proof.seal.Anchor;
import org.comity.proof.verify.CheckingBag;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.Sealing;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Writes bags of threads and their items, and brings them in (docs/protocol/bags.md). */
@Component
class Bags {

    private static final Set<Verdict.Result> BROUGHT_IN =
            EnumSet.of(Verdict.Result.HOLDS, Verdict.Result.HOLDS_EXCEPT_DELETED, Verdict.Result.KEEPER_ALONE);
    private static final int PATIENCE = 10;

    private final CarriedItems items;
    private final ItemArrivals arrivals;
    private final Threads threads;
    private final BringingThread bringing;
    private final Directory directory;
    private final Sealing sealing;
    private final NodeKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: a bag holds a thread, its items, their log and our signature.
    Bags(
            CarriedItems items,
            ItemArrivals arrivals,
            Threads threads,
            BringingThread bringing,
            Directory directory,
            Sealing sealing,
            NodeKeys keys,
            Ledger ledger,
            Clock clock) {
        this.items = items;
        this.arrivals = arrivals;
        this.threads = threads;
        this.bringing = bringing;
        this.directory = directory;
        this.sealing = sealing;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    void write(Path folder, Case of, Official by, Job going) throws IOException {
        ledger.record(by, "bag.written", of.thread(), Map.of("folder", String.valueOf(folder.getFileName())));
        var bag = new BagWriting(folder, going::read);
        thread(of.thread(), bag);
        int count = items.put(bag, of.thread(), it -> going.bad(it, "left-out", ""));
        var info = new TreeMap<String, String>();
        info.put("Source-Organization", directory.self().id());
        info.put("External-Identifier", of.reference());
        info.put(
                "External-Description",
                "A thread and %d items of evidence, each sealed for its receiver".formatted(count));
        bag.finish(info, this::statement);
        going.good(String.valueOf(folder.getFileName()), "written");
    }

    /** By a file whose name is gone as soon as it is open: of a node that is killed nothing is left lying in the plain. */
    private void thread(String thread, BagWriting bag) throws IOException {
        var zip = Files.createTempFile("comity-thread", ".zip");
        try (var both = FileChannel.open(
                zip, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            threads.export(thread, Channels.newOutputStream(both));
            both.position(0);
            var in = new ZipInputStream(new BufferedInputStream(Channels.newInputStream(both)));
            for (var each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                bag.add("thread/" + each.getName(), in.readAllBytes());
            }
        }
    }

    private ExportStatement statement(Map<String, String> files) {
        return ExportStatement.sign(
                directory.network(),
                directory.self().id(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                files,
                keys.registerCertificate(),
                sealing::signEntry);
    }

    /**
     * What the other State deleted is deleted; what is there is right; of what it kept alone the door judges each act. A
     * request that comes on a disk because there is no line has no entry yet: it is we who register it.
     */
    static boolean mayComeIn(Verdict verdict) {
        if (BROUGHT_IN.contains(verdict.result())) return true;
        var reasons = verdict.reasons();
        return !reasons.isEmpty()
                && reasons.stream().allMatch(it -> it.code().equals("nothing-registered"))
                && verdict.checks().stream()
                        .anyMatch(it -> it.code().equals("export-signature") && it.outcome() == Verdict.Outcome.HELD);
    }

    void bring(Path folder, Bag.Limits limits, Official by, Job going) throws IOException {
        // Before anything of it is read at length: names, links, how many, how much.
        var bag = Bag.open(folder, limits);
        var inside = manifests(bag);
        var expected =
                inside.stream().filter(it -> arrivals.find(it).isPresent()).collect(Collectors.toSet());
        going.begins(Step.CHECKING, bag.files().size() + inside.size(), sum(bag.files()) + payloads(bag, inside));
        var verdict = CheckingBag.verify(folder, anchors(), expected, going);
        if (!mayComeIn(verdict)) {
            for (Verdict.Check each : verdict.reasons()) going.bad(each.subject(), each.code(), each.detail());
            ledger.record(by, "bag.refused", String.valueOf(folder.getFileName()), Map.of());
            return;
        }
        ledger.record(by, "bag.brought-in", String.valueOf(folder.getFileName()), Map.of());
        going.good(String.valueOf(folder.getFileName()), "holds");
        var from = bag.exported().map(ExportStatement::participant);
        var thread = CarriedThread.in(folder, bag);
        // Who says that the bag is whole was checked with it.
        if (from.isPresent() && thread.isPresent()) bringing.bring(thread.get(), from.get(), going);
        going.begins(
                Step.TAKING,
                inside.size(),
                2 * payloads(bag, inside.stream().filter(this::comes).toList()));
        for (String each : inside) {
            try {
                going.next(each);
                take(folder.resolve("data/items").resolve(each), each, by, going);
                going.good(each, "received");
            } catch (EvidenceRefused e) {
                going.refused(each, e, "");
            }
        }
    }

    /** An act of this bag may have begun to fetch it by wire; that ends in a moment. */
    private void take(Path item, String manifest, Official by, Job going) throws IOException {
        for (int left = PATIENCE; ; left--) {
            try {
                items.take(item, manifest, by, going);
                return;
            } catch (EvidenceRefused e) {
                if (!e.code().equals("evidence.busy") || left == 0) throw e;
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    /** Expected, and not here yet. */
    private boolean comes(String manifest) {
        return arrivals.find(manifest)
                .filter(it -> !EnumSet.of(State.WHOLE, State.MATCHED, State.NOT_MATCHED)
                        .contains(it.state()))
                .isPresent();
    }

    private static long payloads(Bag bag, Collection<String> manifests) {
        var files = bag.files();
        return manifests.stream()
                .mapToLong(it -> files.getOrDefault("data/items/" + it + "/payload", 0L))
                .sum();
    }

    static long sum(Map<String, Long> files) {
        return files.values().stream().mapToLong(Long::longValue).sum();
    }

    private static TreeSet<String> manifests(Bag bag) {
        return bag.payload().keySet().stream()
                .filter(it -> it.matches("data/items/[0-9a-f]{64}/item\\.json"))
                .map(it -> it.substring("data/items/".length(), "data/items/".length() + 64))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Anchor> anchors() {
        var anchors = new HashMap<String, Anchor>();
        for (var each : directory.all()) {
            var all = directory.terms(each.id()).stream()
                    .map(it -> Anchor.of(it.seal(), it.register()))
                    .reduce(Anchor.NONE, Anchor::and);
            if (!all.isEmpty()) anchors.put(each.id(), all);
        }
        return anchors;
    }
}
