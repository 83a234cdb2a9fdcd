package org.comity.exchange.courier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Courier;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs what waits for a peer and keeps the packed file, so that a broken download loses nothing: outbox, file and ledger
 * stand or fall together.
 */
@Component
class TakingOutParcels {

    private final OutgoingQueue outgoing;
    private final CourierRows rows;
    private final Directory directory;
    private final CourierSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    TakingOutParcels(
            OutgoingQueue outgoing,
            CourierRows rows,
            Directory directory,
            CourierSettings settings,
            Ledger ledger,
            Clock clock) {
        this.outgoing = outgoing;
        this.rows = rows;
        this.directory = directory;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<Courier.Waiting> waiting(String[] hidden) {
        return rows.waiting(clock.instant(), hidden);
    }

    List<Courier.Batch> batches() {
        return rows.batches();
    }

    @Transactional
    Courier.Batch takeOut(String peer, Official by) {
        mustReceive(
                peer,
                directory
                        .find(peer)
                        .filter(Participant::hasNode)
                        .orElseThrow(CourierRefused::unknown)
                        .version());
        var batch = UUID.randomUUID().toString();
        var now = clock.instant();
        var bytes = new AtomicLong();
        int parcels = 0;
        rows.batch(batch, peer, directory.get(peer).version(), by.id(), now);
        outgoing.forCourier(peer);
        while (parcels < settings.parcels()
                && bytes.get() < settings.largestOut().toBytes()) {
            int number = parcels;
            if (!outgoing.handOver(peer, it -> bytes.addAndGet(keep(batch, it, now.toEpochMilli(), number)))) {
                break;
            }
            parcels++;
        }
        if (parcels == 0) {
            throw CourierRefused.nothing(peer);
        }
        ledger.record(by, "courier.taken-out", batch, Map.of("to", peer, "parcels", Integer.toString(parcels)));
        return new Courier.Batch(batch, peer, now, parcels, bytes.get());
    }

    private void mustReceive(String peer, long version) {
        if (directory.keysWithdrawn(peer, version).isPresent()) {
            throw CourierRefused.keysWithdrawn(peer);
        }
    }

    private long keep(String batch, Parcel parcel, long start, int number) {
        var name = new ParcelName(parcel.from(), parcel.to(), start, number, parcel.action()).text();
        rows.file(batch, name, parcel.ageFile());
        return parcel.ageFile().length;
    }

    /** One age file as it is, several as a ZIP; the same each time it is asked for. */
    @Transactional
    Courier.Download download(String batch, Official by) {
        var packed = rows.packedFor(batch).orElseThrow(CourierRefused::unknown);
        var peer = packed.peer();
        mustReceive(peer, packed.version());
        var files = rows.files(batch);
        ledger.record(by, "courier.fetched", batch, Map.of("to", peer));
        if (files.size() == 1) {
            var only = files.entrySet().iterator().next();
            return new Courier.Download(only.getKey(), only.getValue());
        }
        return new Courier.Download("courier-%s-%s.zip".formatted(peer, batch.substring(0, 8)), zipped(files));
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT6H")
    @Transactional
    void forget() {
        rows.forget(clock.instant().minus(settings.kept()));
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
