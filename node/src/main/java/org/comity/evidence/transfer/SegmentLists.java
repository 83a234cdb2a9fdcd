package org.comity.evidence.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.SegmentList;
import org.comity.proof.item.ItemManifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lists of segment hashes, one file a payload. They hold nothing secret and can be made again at any time. */
@Component
class SegmentLists {

    private static final Logger log = LoggerFactory.getLogger(SegmentLists.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Path folder;
    private final Evidence evidence;
    private final Vault vault;
    private final Set<String> making = ConcurrentHashMap.newKeySet();

    SegmentLists(EvidenceSettings settings, Evidence evidence, Vault vault) throws IOException {
        this.folder = Files.createDirectories(settings.folder().resolve("segments"));
        this.evidence = evidence;
        this.vault = vault;
    }

    Path place(ItemManifest manifest) {
        return folder.resolve(manifest.payload().root());
    }

    Path part(ItemManifest manifest) {
        return folder.resolve(manifest.sha256() + ".part");
    }

    /** A disk that lost its power may keep a name without its content. */
    boolean here(ItemManifest manifest) throws IOException {
        var place = place(manifest);
        return Files.exists(place) && Files.size(place) == SegmentList.size(manifest.payload());
    }

    /** Empty while it is being made from the payload, which is read once for it. A small item's is waited for. */
    Optional<Path> of(UUID item, ItemManifest manifest) throws IOException {
        var place = place(manifest);
        if (!here(manifest) && making.add(manifest.payload().root())) {
            wait(Thread.ofPlatform().name("segments").daemon().start(() -> make(item, manifest, place)));
        }
        return here(manifest) ? Optional.of(place) : Optional.empty();
    }

    private static void wait(Thread making) {
        try {
            making.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(UUID item, ItemManifest manifest, Path place) {
        try (var payload = vault.kept(item);
                var in = new BufferedInputStream(Channels.newInputStream(payload), 1 << 20)) {
            SegmentList.make(in, manifest.payload(), place);
        } catch (IOException e) {
            log.error("the segments of item {} could not be listed: {}", item, e.toString());
            evidence.readFailed(item);
        } finally {
            making.remove(manifest.payload().root());
        }
    }
}
