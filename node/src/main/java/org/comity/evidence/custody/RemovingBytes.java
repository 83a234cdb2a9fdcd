package org.comity.evidence.custody;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes wrapped keys and bytes of items that were given up or declared destroyed as soon as nobody writes to them, whatever came between: the item says so in its state.
 */
@Component
class RemovingBytes {

    private static final Logger log = LoggerFactory.getLogger(RemovingBytes.class);

    private final ItemRows items;
    private final Vault vault;
    private final RecordingCustody recording;

    RemovingBytes(ItemRows items, Vault vault, RecordingCustody recording) {
        this.items = items;
        this.vault = vault;
        this.recording = recording;
    }

    @Scheduled(
            initialDelayString = "${node.evidence.remove-every:PT30S}",
            fixedDelayString = "${node.evidence.remove-every:PT30S}")
    void turn() {
        items.toRemove().forEach(this::remove);
    }

    private void remove(Item item) {
        try {
            if (!removed(item)) return;
            if (item.destroyed()) recording.destroyed(item.id());
            else recording.removed(item.id());
        } catch (IOException | RuntimeException e) {
            log.warn("What is to go of item {} could not be removed, and is tried again: {}", item.id(), e.toString());
        }
    }

    private boolean removed(Item item) throws IOException {
        try (var alone = AddingItem.alone(vault, item.id())) {
            goes(item);
        } catch (NoSuchFileException notBeingAdded) {
            // Whole; or gone before a crash; or its last byte came in the moment when it was given up.
            goes(item);
        } catch (EvidenceRefused busy) {
            return false;
        }
        return true;
    }

    private void goes(Item item) throws IOException {
        if (item.destroyed()) vault.destroy(item.id());
        else vault.remove(item.id());
    }
}
