package org.comity.evidence.transfer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.custody.HandingOverCustody;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.OfferedItem;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.proof.Malformed;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks before any byte of a payload that manifest and header are those that the act names, and open for us. */
@Component
class AcceptingPayload {

    static final int LARGEST_MANIFEST = 1 << 16;

    private final ArrivalRows rows;
    private final Vault vault;
    private final HandingOverCustody custody;
    private final Sealing sealing;
    private final Directory directory;
    private final TransactionTemplate transaction;

    AcceptingPayload(
            ArrivalRows rows,
            Vault vault,
            HandingOverCustody custody,
            Sealing sealing,
            Directory directory,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.vault = vault;
        this.custody = custody;
        this.sealing = sealing;
        this.directory = directory;
        this.transaction = transaction;
    }

    /**
     * @return the item that it goes into: where wire and disk begin at once, for both that of the first
     * @throws Refused {@code manifest-wrong}, {@code header-wrong}, {@code not-for-us}, {@code key-wrong}
     */
    UUID begin(Arrival arrival, OfferedItem source) throws IOException {
        var manifest = manifest(arrival.manifest(), source);
        byte[] header = header(manifest, source);
        var beginning = named(arrival, manifest, source);
        var item = UUID.randomUUID();
        vault.begin(item, Map.of(Digests.sha256(header), header));
        boolean wanted = Boolean.TRUE.equals(transaction.execute(status -> {
            custody.arriving(item, beginning, manifest, arrival.from());
            boolean placed =
                    rows.place(arrival.manifest(), item, manifest.payload().size());
            if (!placed) status.setRollbackOnly();
            return placed;
        }));
        if (!wanted) {
            vault.remove(item);
            return rows.find(arrival.manifest())
                    .map(Arrival::item)
                    .orElseThrow(() -> new IOException("an officer cancelled it"));
        }
        return item;
    }

    private static ItemManifest manifest(String hash, OfferedItem source) throws IOException {
        byte[] json = source.whole("manifest", LARGEST_MANIFEST);
        if (!Digests.sha256(json).equals(hash)) throw new Refused("manifest-wrong", "not the one that the act names");
        try {
            return ItemManifest.read(json);
        } catch (Malformed e) {
            throw new Refused("manifest-wrong", e.getMessage());
        }
    }

    private byte[] header(ItemManifest manifest, OfferedItem source) throws IOException {
        var self = directory.self().id();
        var ours = manifest.recipients().stream()
                .filter(it ->
                        it.purpose() == Purpose.RECEIVER && it.participant().equals(self))
                .findFirst()
                .orElseThrow(() -> new Refused("not-for-us", "the manifest does not name this node as receiver"));
        byte[] header = source.whole("header", AgeHeader.LARGEST);
        if (!Digests.sha256(header).equals(ours.header())) throw new Refused("header-wrong", "not the manifest's");
        try {
            if (AgeHeader.of(header).recipients() != 1) throw new Refused("header-wrong", "more than one recipient");
            if (!sealing.openItem(header).commitment().equals(manifest.commitment())) {
                throw new Refused("key-wrong", "another key than the manifest commits to");
            }
        } catch (GeneralSecurityException e) {
            throw new Refused("header-wrong", "no header");
        } catch (CannotOpen e) {
            throw new Refused("not-for-us", "the header does not open here");
        }
        return header;
    }

    private static Beginning named(Arrival arrival, ItemManifest manifest, OfferedItem source) throws IOException {
        var said = ItemName.read(
                source.whole("name", ItemName.LARGEST), arrival.manifest().substring(0, 12));
        return new Beginning(
                said.name(),
                said.mediaType(),
                arrival.thread(),
                manifest.plain().size(),
                said.folder(),
                said.sealedOnly());
    }
}
