package org.comity.evidence.custody;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.vault.Vault;
import org.comity.proof.age.HybridRecipient;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemManifest.Recipient;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keys of items: wrapped for this node and for recovery, and opened again. */
@Component
class ItemKeys {

    private final Vault vault;
    private final Sealing sealing;
    private final NodeKeys keys;
    private final String self;

    ItemKeys(Vault vault, Sealing sealing, NodeKeys keys, @Value("${node.id}") String self) {
        this.vault = vault;
        this.sealing = sealing;
        this.keys = keys;
        this.self = self;
    }

    /** A new key in its headers, each by its hash. */
    Map<String, byte[]> fresh() {
        var key = ItemKey.fresh();
        var headers = new LinkedHashMap<String, byte[]>();
        var recipients = new ArrayList<String>(List.of(keys.ageRecipient()));
        keys.recoveryRecipient().ifPresent(recipients::add);
        for (var each : recipients) {
            byte[] header = key.header(HybridRecipient.parse(each)).bytes();
            headers.put(Digests.sha256(header), header);
        }
        return headers;
    }

    /** @throws EvidenceRefused {@code no-key} */
    ItemKey of(UUID item) throws IOException {
        return vault.headers(item).values().stream()
                .flatMap(it -> opens(it).stream())
                .findFirst()
                .orElseThrow(() -> new EvidenceRefused("no-key", "No header opens for this node"));
    }

    /** Whether a header that lies with the item opens here, to the key that its manifest speaks of. */
    boolean opens(UUID item, String commitment) throws IOException {
        try {
            return vault.headers(item).values().stream()
                    .flatMap(it -> opens(it).stream())
                    .anyMatch(it -> it.commitment().equals(commitment));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The header that this node opens is its own; the other was made for recovery. */
    List<Recipient> recipients(UUID item) throws IOException {
        var recipients = new ArrayList<Recipient>();
        for (byte[] header : vault.headers(item).values()) {
            var purpose = opens(header).isPresent() ? Purpose.HOLDER : Purpose.RECOVERY;
            recipients.add(Recipient.of(self, purpose, header));
        }
        return recipients;
    }

    private Optional<ItemKey> opens(byte[] header) {
        try {
            return Optional.of(sealing.openItem(header));
        } catch (CannotOpen e) {
            return Optional.empty();
        }
    }
}
