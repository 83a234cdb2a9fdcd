package org.comity.evidence.transfer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Validity;
import org.comity.directory.Participant;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.ItemsOnOffer;
import org.comity.evidence.wire.SharedPace;
import org.springframework.stereotype.Component;

/**
 * Offers only what a registered act released, only to the node that it names, while the directory stands by it.
 */
@Component
class ReleasedOnOffer implements ItemsOnOffer {

    private static final Duration HELD = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN = 1_000_000_000L;

    private final ReleaseRows rows;
    private final Evidence evidence;
    private final Vault vault;
    private final SegmentLists lists;
    private final Directory directory;
    private final TransferPaces paces;
    private final ServedSoFar served;

    ReleasedOnOffer(
            ReleaseRows rows,
            Evidence evidence,
            Vault vault,
            SegmentLists lists,
            Directory directory,
            TransferPaces paces,
            ServedSoFar served) {
        this.rows = rows;
        this.evidence = evidence;
        this.vault = vault;
        this.lists = lists;
        this.directory = directory;
        this.paces = paces;
        this.served = served;
    }

    @Override
    public Optional<ItemsOnOffer.Leaving> find(String manifest, X509Certificate caller) {
        return rows.find(manifest)
                .filter(it -> it.releasedAt() != null && is(caller, it.receiver()))
                .flatMap(release -> evidence.item(release.item())
                        .filter(it -> it.state() == Item.State.SEALED || it.state() == Item.State.MATCHED)
                        .flatMap(item -> rows.leaving(manifest)
                                .filter(it -> opensFor(release.receiver(), it.version()))
                                .map(it -> new OfRelease(release, item, it))));
    }

    /** Known peers may finish in the days of grace; nothing new is released to them then. */
    private boolean is(X509Certificate caller, String receiver) {
        var standing = directory.standing(receiver);
        return (standing == Validity.VALID || standing == Validity.GRACE)
                && directory
                        .find(receiver)
                        .map(Participant::node)
                        .filter(it -> it.tls().equals(caller))
                        .isPresent();
    }

    /** What is wrapped for a key that its owner has withdrawn leaves for nobody, not even for whoever is pinned by now. */
    private boolean opensFor(String receiver, long version) {
        return directory.keysWithdrawn(receiver, version).isEmpty();
    }

    private final class OfRelease implements ItemsOnOffer.Leaving {

        private final Release release;
        private final Item item;
        private final ReleaseRows.Leaving leaving;
        private Duration closed = Duration.ZERO;
        private long looked;

        OfRelease(Release release, Item item, ReleaseRows.Leaving leaving) {
            this.release = release;
            this.item = item;
            this.leaving = leaving;
            look();
        }

        @Override
        public byte[] manifest() {
            return leaving.manifest().json();
        }

        @Override
        public byte[] header() throws IOException {
            var header = vault.headers(item.id()).get(leaving.header());
            if (header == null) {
                evidence.readFailed(item.id());
                throw new FileNotFoundException("header of " + release.manifest());
            }
            return header;
        }

        @Override
        public byte[] name() {
            return ItemName.json(item);
        }

        @Override
        public SeekableByteChannel payload() throws IOException {
            Runnable failed = () -> evidence.readFailed(item.id());
            try {
                return new NotedReading(vault.kept(item.id()), failed);
            } catch (IOException e) {
                failed.run();
                throw e;
            }
        }

        @Override
        public Optional<Path> segments() throws IOException {
            return lists.of(item.id(), leaving.manifest());
        }

        @Override
        public Duration closed() {
            if (System.nanoTime() - looked > LOOK_AGAIN) look();
            return closed;
        }

        private void look() {
            boolean held = rows.find(release.manifest()).map(Release::held).orElse(true);
            closed = held || !stands() ? HELD : paces.closed(release.receiver());
            looked = System.nanoTime();
        }

        private boolean stands() {
            var standing = directory.standing(release.receiver());
            return (standing == Validity.VALID || standing == Validity.GRACE)
                    && opensFor(release.receiver(), leaving.version());
        }

        @Override
        public SharedPace pace() {
            return paces.pace(release.receiver());
        }

        @Override
        public void reached(long bytes) {
            served.reached(release.manifest(), release.size(), bytes);
        }

        @Override
        public void sent(int bytes) {
            served.sent(release.manifest(), release.size(), bytes);
        }

        @Override
        public void ended() {
            served.ended(release.manifest());
        }
    }
}
