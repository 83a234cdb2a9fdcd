package org.comity.evidence.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.transfer.FetchedUnasked.NeedsOfficer;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.FetchJournal;
import org.comity.evidence.wire.OfferedItem;
import org.comity.evidence.wire.OfferedItem.Later;
import org.comity.evidence.wire.PullingPayload;
import org.comity.evidence.wire.SegmentList;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.PayloadSegments;
import org.comity.ui.LivePages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One go at one item: as far as line, hours and officers let it. */
@Component
class FetchingItem {

    private final ArrivalRows rows;
    private final Evidence evidence;
    private final Vault vault;
    private final AcceptingPayload taking;
    private final ItemSenders senders;
    private final SegmentLists lists;
    private final FetchedUnasked bounds;
    private final TransferPaces paces;
    private final TransferSpeeds speeds;
    private final EndingArrivals ends;
    private final LivePages live;
    private final TransactionTemplate transaction;
    private final TransferSettings settings;

    // More than eight: a fetch is bounded, paced, resumed and recorded; each bound has its own class.
    FetchingItem(
            ArrivalRows rows,
            Evidence evidence,
            Vault vault,
            AcceptingPayload taking,
            ItemSenders senders,
            SegmentLists lists,
            FetchedUnasked bounds,
            TransferPaces paces,
            TransferSpeeds speeds,
            EndingArrivals ends,
            LivePages live,
            TransactionTemplate transaction,
            TransferSettings settings) {
        this.rows = rows;
        this.evidence = evidence;
        this.vault = vault;
        this.taking = taking;
        this.senders = senders;
        this.lists = lists;
        this.bounds = bounds;
        this.paces = paces;
        this.speeds = speeds;
        this.ends = ends;
        this.live = live;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** @param stopping the node is being stopped */
    void fetch(Arrival arrival, BooleanSupplier stopping) throws IOException, InterruptedException, NeedsOfficer {
        var source = senders.item(arrival.from(), arrival.manifest());
        open(arrival.from());
        var item = arrival.item() == null ? taking.begin(arrival, source) : arrival.item();
        var manifest = evidence.item(item).flatMap(Item::manifest).orElseThrow();
        try {
            bounds.mayBegin(arrival, manifest.payload().size());
            // A crash may have come between the vault's last step and the record.
            if (vault.manifest(item).isEmpty() && !pull(arrival, item, manifest, source, stopping)) return;
            ends.whole(arrival, item, manifest);
        } finally {
            bounds.ended(arrival);
        }
    }

    private void open(String from) throws Later {
        var closed = paces.closed(from);
        if (!closed.isZero()) throw new Later("hours", closed);
    }

    /** @return false if it was stopped before everything was here */
    private boolean pull(
            Arrival arrival, UUID item, ItemManifest manifest, OfferedItem source, BooleanSupplier stopping)
            throws IOException, InterruptedException {
        long size = manifest.payload().size();
        try (var file = vault.payload(item)) {
            if (!locked(file)) throw new Later("busy", Duration.ZERO);
            var journal = here(arrival, size, file);
            bounds.room(arrival, size - journal.bytes());
            var list = lists.place(manifest);
            if (!lists.here(manifest)) {
                SegmentList.fetch(source, manifest.payload(), lists.part(manifest), list, journal.bytes());
            }
            try (var segments = SegmentList.open(list)) {
                var keeping = new Keeping(arrival, item, size, journal, stopping);
                var pull = new PullingPayload(
                        source, segments, file, journal, keeping, paces.pace(arrival.from()), settings.streams());
                journal = pull.run();
            }
            if (journal.complete() && file.size() != size) throw new IOException("the payload has another size");
            if (journal.complete()) file.force(true);
            if (!journal.complete()) return false;
        }
        if (evidence.item(item).orElseThrow().state() != Item.State.ARRIVING) return false;
        vault.keep(item, manifest.json());
        return true;
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A vault that was put back from an older copy may hold less than the journal says: then nothing of it counts. */
    private FetchJournal here(Arrival arrival, long size, FileChannel file) throws IOException {
        var journal = rows.journal(arrival.manifest(), size);
        int last = journal.whole().length() - 1;
        long end = last < 0 ? 0 : PayloadSegments.start(last) + PayloadSegments.length(last, size);
        for (var part : journal.parts().entrySet())
            end = Math.max(end, PayloadSegments.start(part.getKey()) + part.getValue());
        return file.size() < end ? FetchJournal.empty(size) : journal;
    }

    /** Writes the journal, and looks whether an officer, the hour or the node's end stops this. */
    private final class Keeping implements PullingPayload.Keeper {

        private final Arrival arrival;
        private final UUID item;
        private final long size;
        private final BooleanSupplier stopping;
        private FetchJournal last;

        Keeping(Arrival arrival, UUID item, long size, FetchJournal start, BooleanSupplier stopping) {
            this.arrival = arrival;
            this.item = item;
            this.size = size;
            this.last = start;
            this.stopping = stopping;
        }

        @Override
        public boolean keep(FetchJournal journal) {
            boolean moved = !journal.equals(last);
            if (moved) {
                transaction.executeWithoutResult(status -> rows.journal(arrival.manifest(), item, journal));
                last = journal;
                live.changed("transfers", arrival.manifest());
            }
            speeds.at(arrival.manifest(), journal.bytes());
            bounds.missing(arrival, size - journal.bytes());
            boolean wanted = rows.find(arrival.manifest())
                    .filter(it -> it.state() == State.WAITING && item.equals(it.item()))
                    .isPresent();
            return wanted
                    && !stopping.getAsBoolean()
                    && paces.closed(arrival.from()).isZero();
        }
    }
}
