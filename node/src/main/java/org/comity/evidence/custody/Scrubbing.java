package org.comity.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.comity.clock.Aside;
import org.comity.evidence.CustodyEntry.What;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.vault.Vault;
import org.comity.proof.ItemMatching;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads what is stored again, without any key, no faster than it was told: disks forget in silence. */
@Component
class Scrubbing {

    private static final Logger log = LoggerFactory.getLogger(Scrubbing.class);

    private final Items items;
    private final Vault vault;
    private final Recording recording;
    private final EvidenceSettings settings;
    private final Clock clock;
    private final Aside aside = new Aside("scrubbing");

    Scrubbing(Items items, Vault vault, Recording recording, EvidenceSettings settings, Clock clock) {
        this.items = items;
        this.vault = vault;
        this.recording = recording;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT10M")
    void turn() {
        aside.turn(this::next);
    }

    void next() {
        items.toScrub(clock.instant().minus(settings.scrubAfter())).ifPresent(this::scrub);
    }

    private void scrub(Item item) {
        var manifest = item.manifest().orElseThrow();
        try (var payload = vault.kept(item.id());
                var in = new Paced(Channels.newInputStream(payload), settings.scrubPace().toBytes())) {
            boolean right = ItemMatching.read(in, null).payload().equals(manifest.payload());
            if (!right) recording.entry(item.id(), manifest, What.FOUND_DAMAGED, State.DAMAGED, null);
        } catch (IOException e) {
            // It may be the mount and not the item; it stays what it was, and is looked at again in its turn.
            log.error("The payload of item {} could not be read: {}", item.id(), e.toString());
        }
        items.scrubbed(item.id(), clock.instant());
    }

    /** So many bytes a second, measured from its beginning. */
    private static final class Paced extends InputStream {

        private final InputStream in;
        private final long bytesPerSecond;
        private final long began = System.nanoTime();
        private long read;

        Paced(InputStream in, long bytesPerSecond) {
            this.in = in;
            this.bytesPerSecond = bytesPerSecond;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            if (n > 0) {
                read += n;
                long due = (long) (read / (double) bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
                LockSupport.parkNanos(due - (System.nanoTime() - began));
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
