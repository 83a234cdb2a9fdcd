package org.comity.evidence.transfer;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.comity.directory.Directory;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.OfferedItem;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.ledger.Ledger;
import org.comity.proof.ReadingProgress;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemMatching;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes and gives items by disk instead of a line: the same checks, the same record, the same end. */
@Component
class CarryingByDisk implements CarriedItems {

    private static final int BUFFER = 1 << 20;
    private static final int MOST_TRIES = 50;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final int PAGE = 500;

    private final ReleaseRows releases;
    private final ArrivalRows rows;
    private final Evidence evidence;
    private final Vault vault;
    private final AcceptingPayload taking;
    private final EndingArrivals ends;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: both ways by disk go through the same checks, record and end as by line.
    CarryingByDisk(
            ReleaseRows releases,
            ArrivalRows rows,
            Evidence evidence,
            Vault vault,
            AcceptingPayload taking,
            EndingArrivals ends,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.releases = releases;
        this.rows = rows;
        this.evidence = evidence;
        this.vault = vault;
        this.taking = taking;
        this.ends = ends;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public int put(BagWriting bag, String thread, Consumer<String> leftOut) throws IOException {
        var put = new ArrayList<UUID>();
        List<Release> page;
        Release last = null;
        do {
            page = releases.after(last, thread, PAGE);
            for (var release : page) {
                var item = evidence.item(release.item()).orElseThrow();
                if (put(bag, release, item)) put.add(item.id());
                else leftOut.accept(item.name());
                last = release;
            }
        } while (page.size() == PAGE);
        // Whoever reads a payload reads on while it is deleted.
        put.forEach(this::here);
        return put.size();
    }

    /** @return false if it does not travel */
    private boolean put(BagWriting bag, Release release, Item item) throws IOException {
        var folder = "items/" + release.manifest() + "/";
        if (item.destroyed() && bag.found(folder)) throw destroyed(item);
        if (release.held() || withdrawn(release) || item.lost() || item.destroyed()) return false;
        try {
            put(bag, folder, release.manifest(), item);
        } catch (IOException e) {
            here(item.id());
            evidence.readFailed(item.id());
            throw e;
        }
        return true;
    }

    /** Its receiver has revoked the key that it was wrapped for. */
    private boolean withdrawn(Release release) {
        var version = releases.leaving(release.manifest()).orElseThrow().version();
        return directory.keysWithdrawn(release.receiver(), version).isPresent();
    }

    private void put(BagWriting bag, String folder, String manifest, Item item) throws IOException {
        var leaving = releases.leaving(manifest).orElseThrow();
        byte[] header = vault.headers(item.id()).get(leaving.header());
        if (header == null) throw new FileNotFoundException("header of " + manifest);
        bag.add(folder + "item.json", leaving.manifest().json());
        bag.add(folder + "name.json", ItemName.json(item));
        bag.add(folder + "headers/" + leaving.header(), header);
        bag.add(folder + "payload", () -> Channels.newInputStream(vault.kept(item.id())));
    }

    private void here(UUID item) {
        evidence.item(item).filter(Item::destroyed).ifPresent(it -> {
            throw destroyed(it);
        });
    }

    private static EvidenceRefused destroyed(Item item) {
        return new EvidenceRefused("destroyed-meanwhile", item.name());
    }

    @Override
    public void take(Path folder, String manifest, Official by, ReadingProgress howFar) throws IOException {
        var arrival = rows.find(manifest)
                .orElseThrow(() -> new EvidenceRefused("not-expected", "No act here delivers this item"));
        if (arrival.state() == State.WHOLE || arrival.state() == State.MATCHED) return;
        if (arrival.state() == State.NOT_MATCHED)
            throw new EvidenceRefused("arrival-ended", "It came and did not match");
        // Nothing comes by wire meanwhile; a line that is at it stops within a second.
        boolean stopped = become(manifest, State.PAUSED, ArrivalRows.DISK, State.WAITING)
                || become(manifest, State.PAUSED, null, State.CANCELLED, State.REFUSED);
        ledger.record(by, "evidence.carried-in", manifest, Map.of("from", arrival.from()));
        boolean whole = false;
        try {
            taken(
                    new OnDisk(folder, directory.self().id(), howFar),
                    rows.find(manifest).orElseThrow());
            whole = true;
        } catch (Refused e) {
            throw new EvidenceRefused(e.code(), String.valueOf(e.getMessage()));
        } finally {
            // A disk that could not be read stops no line that worked.
            if (stopped && !whole) become(manifest, arrival.state(), arrival.why(), State.PAUSED);
        }
    }

    private boolean become(String manifest, State state, @Nullable String why, State... from) {
        return rows.become(manifest, state, why, clock.instant().truncatedTo(ChronoUnit.MILLIS), from);
    }

    private void taken(OnDisk source, Arrival arrival) throws IOException {
        var item = arrival.item() == null ? taking.begin(arrival, source) : arrival.item();
        var manifest = evidence.item(item).flatMap(Item::manifest).orElseThrow();
        if (vault.manifest(item).isEmpty()) {
            try (var in = source.payload()) {
                if (!ItemMatching.read(in, null).payload().equals(manifest.payload())) {
                    throw new Refused("segment-wrong", "the payload has another tree than the manifest says");
                }
            }
            copy(source, item, manifest);
            vault.keep(item, manifest.json());
        }
        ends.whole(arrival, item, manifest);
    }

    /** Sealed bytes at their places: what lies there already is the same, or was never told to anybody. */
    private void copy(OnDisk source, UUID item, ItemManifest manifest) throws IOException {
        try (var in = source.payload();
                var out = vault.payload(item)) {
            lock(out);
            byte[] bytes = new byte[BUFFER];
            long at = 0;
            for (int n = in.readNBytes(bytes, 0, BUFFER); n > 0; n = in.readNBytes(bytes, 0, BUFFER)) {
                var rest = ByteBuffer.wrap(bytes, 0, n);
                while (rest.hasRemaining()) at += out.write(rest, at);
            }
            out.truncate(at);
            out.force(true);
            if (at != manifest.payload().size()) throw new IOException("The payload became another");
        }
    }

    /** Waits for the line that was told to stop. */
    private static void lock(FileChannel file) throws IOException {
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                if (locked(file)) return;
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new EvidenceRefused("busy", "It is being fetched; try again in a moment");
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The folder of an item in a bag. */
    record OnDisk(Path folder, String self, ReadingProgress howFar) implements OfferedItem {

        InputStream payload() throws IOException {
            var payload = Files.newInputStream(folder.resolve("payload"), LinkOption.NOFOLLOW_LINKS);
            return new BufferedInputStream(howFar.over(payload), BUFFER);
        }

        @Override
        public byte[] whole(String part, int largest) throws IOException {
            var file = folder.resolve(
                    switch (part) {
                        case "manifest" -> "item.json";
                        case "name" -> "name.json";
                        default -> "headers/" + ours();
                    });
            if (part.equals("name") && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return CanonicalJson.write(Map.of());
            }
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(largest + 1);
                if (bytes.length > largest) throw new Refused("oversized", part);
                return bytes;
            }
        }

        private String ours() throws IOException {
            return ItemManifest.read(whole("manifest", AcceptingPayload.LARGEST_MANIFEST)).recipients().stream()
                    .filter(it ->
                            it.purpose() == Purpose.RECEIVER && it.participant().equals(self))
                    .findFirst()
                    .orElseThrow(() -> new Refused("not-for-us", "not sealed for this node"))
                    .header();
        }

        @Override
        public InputStream range(String part, long from, long to, long size, long reached) {
            throw new UnsupportedOperationException(part);
        }
    }
}
