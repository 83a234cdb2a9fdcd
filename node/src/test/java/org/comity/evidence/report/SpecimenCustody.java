package org.comity.evidence.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.evidence.CustodyActs.Basis;
import org.comity.evidence.CustodyActs.Shared;
import org.comity.evidence.CustodyActs.Step;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.evidence.Item;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.report.CustodyRecord.Own;
import org.comity.ledger.LogTree.CoveredLine;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogProof;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;

/** The custody of the item of the protocol's document, made up. */
final class SpecimenCustody {

    static final Path VECTORS = Path.of("..", "docs", "protocol", "vectors");
    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    /** The manifest with which it was released to XC-1. */
    static final String ONWARD = "34".repeat(32);

    private SpecimenCustody() {}

    static CustodyRecord record() {
        try {
            var manifest = ItemManifest.read(Files.readAllBytes(VECTORS.resolve("item/item.json")));
            var proof = LogProof.read(Files.readAllBytes(VECTORS.resolve("log-line.tlog-proof")));
            var item = new Item(
                    UUID.fromString("5f3cfb3e-59d7-4a52-93e0-66f4a3c1a9a1"),
                    "disk.img",
                    "laboratory/desk",
                    "application/octet-stream",
                    "0b7e1c52-3f0e-4c53-9a55-000000000001",
                    null,
                    Item.State.MATCHED,
                    NOON,
                    "o-7",
                    false,
                    null,
                    manifest);
            return new CustodyRecord(
                    item,
                    manifest,
                    self(),
                    "XA-2027-000004",
                    "laboratory/desk:1/disk.img",
                    List.of(new Release(
                            ONWARD,
                            item.id(),
                            "XC-1",
                            item.thread(),
                            "12".repeat(32),
                            NOON.plusSeconds(70),
                            false,
                            manifest.payload().size(),
                            manifest.payload().size())),
                    List.of(new Limit(
                            new Case("0b7e1c52-3f0e-4c53-9a55-000000000001", "XA-2027-000004"),
                            "Trial of the sender",
                            "Case 4711",
                            "40(19)")),
                    List.of(
                            new Shared(
                                    Step.DELIVERED_TO_US,
                                    NOON,
                                    "XB-1",
                                    "XA-1",
                                    "ab".repeat(32),
                                    manifest.sha256(),
                                    "",
                                    Basis.SEALED),
                            new Shared(
                                    Step.RECEIVED_AND_MATCHED,
                                    NOON.plusSeconds(60),
                                    "XB-1",
                                    "XA-1",
                                    "ef".repeat(32),
                                    manifest.sha256(),
                                    "",
                                    Basis.SEALED),
                            new Shared(
                                    Step.DESTROYED,
                                    NOON.plusSeconds(80),
                                    "XB-1",
                                    "XA-1",
                                    "09".repeat(32),
                                    manifest.sha256(),
                                    "2027-06-01",
                                    Basis.SEALED)),
                    List.of(
                            own(1, Event.ARRIVING, null, manifest, proof),
                            own(2, Event.RECEIVED, null, manifest, proof),
                            own(3, Event.MATCHED, null, manifest, null),
                            new Own(
                                    new CustodyEntry(4, NOON.plusSeconds(70), Event.RELEASED, null, ONWARD),
                                    104,
                                    "cd".repeat(32),
                                    null),
                            own(5, Event.PRINTED, "o-7", manifest, null)),
                    proof.checkpoint().write(),
                    new Official("o-7", "P. Osei", "XA-1/o-7", Set.of()),
                    NOON.plusSeconds(90));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same item, of which only this is shared. */
    static CustodyRecord sharing(Step step, Basis basis) {
        var it = record();
        var shared = new Shared(
                step, NOON, "XB-1", "XA-1", "ab".repeat(32), it.manifest().sha256(), "", basis);
        return new CustodyRecord(
                it.item(),
                it.manifest(),
                it.self(),
                it.reference(),
                it.written(),
                it.released(),
                it.limits(),
                List.of(shared),
                it.own(),
                it.checkpoint(),
                it.by(),
                it.at());
    }

    private static Own own(int n, Event what, String official, ItemManifest manifest, LogProof proof) {
        var entry = new CustodyEntry(n, NOON.plusSeconds(n), what, official, manifest.sha256());
        if (proof == null) return new Own(entry, 100L + n, "cd".repeat(32), null);
        var line = LineProof.read(proof).line();
        return new Own(entry, line.n(), line.hash(), new CoveredLine(line, proof.path()));
    }

    private static Participant self() {
        var profile = new StateProfile(
                false, false, true, false, Map.of(), Map.of(), List.of(), "none", List.of(), LocalDate.EPOCH);
        return new Participant(
                "XA-1",
                new StateParty("XA"),
                Map.of("en", "Aldoria", "ar", "ألدوريا"),
                Map.of(),
                ZoneOffset.UTC,
                null,
                List.of("en"),
                "+999",
                "desk@example.org",
                "24/7",
                Map.of(),
                profile,
                1,
                Instant.EPOCH,
                Instant.MAX,
                ParticipantKind.CONTACT_POINT);
    }
}
