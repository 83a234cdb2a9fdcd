package org.comity.evidence.custody;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.vault.Vault;
import org.springframework.stereotype.Component;

/** Tells without reading an item whether what is stored of it is there, as long as it was sealed, and whether its key opens. */
@Component
class StoredParts {

    private final Vault vault;
    private final ItemKeys keys;

    StoredParts(Vault vault, ItemKeys keys) {
        this.vault = vault;
        this.keys = keys;
    }

    /**
     * @return {@code FOUND_MISSING}, {@code FOUND_DAMAGED} or {@code FOUND_KEYLESS}; empty if nothing is wrong
     * @throws IOException if the vault does not answer: then nobody knows
     */
    Optional<Event> fault(Item item) throws IOException {
        var manifest = item.manifest().orElseThrow();
        try {
            if (vault.size(item.id()) != manifest.payload().size()) return Optional.of(Event.FOUND_DAMAGED);
        } catch (NoSuchFileException e) {
            return Optional.of(Event.FOUND_MISSING);
        }
        return keys.opens(item.id(), manifest.commitment()) ? Optional.empty() : Optional.of(Event.FOUND_KEYLESS);
    }

    /** What an item becomes of which this was found. */
    static State becomes(Event fault) {
        return fault == Event.FOUND_MISSING ? State.MISSING : State.DAMAGED;
    }
}
