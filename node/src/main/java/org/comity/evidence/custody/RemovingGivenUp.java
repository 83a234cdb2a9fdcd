package org.comity.evidence.custody;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Bytes and wrapped keys of items that were given up go as soon as nobody has them open, whatever came between. */
@Component
class RemovingGivenUp {

    private static final Logger log = LoggerFactory.getLogger(RemovingGivenUp.class);

    private final Items items;
    private final Vault vault;
    private final Recording recording;

    RemovingGivenUp(Items items, Vault vault, Recording recording) {
        this.items = items;
        this.vault = vault;
        this.recording = recording;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void turn() {
        items.toRemove().forEach(this::remove);
    }

    private void remove(UUID item) {
        try {
            if (removed(item)) recording.removed(item);
        } catch (IOException e) {
            log.warn("What was given up of item {} could not be removed: {}", item, e.toString());
        }
    }

    private boolean removed(UUID item) throws IOException {
        try (var alone = Adding.alone(vault, item)) {
            vault.remove(item);
        } catch (NoSuchFileException notBeingAdded) {
            // Gone before a crash; or its last byte came in the moment when it was given up.
            vault.remove(item);
        } catch (EvidenceRefused busy) {
            return false;
        }
        return true;
    }
}
