package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.TestActs;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.bag.TestBags;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.SealedAct;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.junit.jupiter.api.Test;

/** Ways around the checks of registers, entries and anchors that were found when the attacks were tried again. */
class TriedAgainTest extends ExportedThread {

    private static final KeyPair ENTRY = TestCertificates.pair("secp256r1");

    /** XA opens the thread anew with a channel other than the wire, so that it keeps it, and registers XB's true act at a time it likes. */
    @Test
    void an_act_of_the_other_party_in_a_register_that_its_author_keeps_alone_does_not_simply_hold() throws IOException {
        var body = Map.<String, Object>of("data", "everything, with content", "days", 360);
        var opening = new Act(
                new Envelope(
                        TestActs.NETWORK,
                        TestActs.THREAD,
                        "preservation/1",
                        "uncc/1",
                        "request",
                        "XA-1",
                        "XB-1",
                        "requesting",
                        TestCertificates.NOON,
                        List.of(),
                        false,
                        Map.of("channel", "bag"),
                        SaltedHash.of("01".repeat(16), CanonicalJson.write(body)),
                        List.of()),
                body);
        byte[] first = TestContainer.of(opening).build();
        var entries = new ArrayList<SignedEntry>();
        for (byte[] each : List.of(first, SECOND)) {
            var next = TestRegister.next(entries, List.of(opening, ACKNOWLEDGE), Digests.sha256(each))
                    .entry();
            entries.add(TestRegister.sign(next, TestCertificates.XA_REGISTER.key()));
        }
        try (var out = Files.newOutputStream(zip)) {
            ThreadBundle.write(
                    out,
                    new ThreadBundle.Head(
                            TestActs.NETWORK, TestActs.THREAD, "XA-1", TestCertificates.XA_REGISTER.certificate()),
                    entries,
                    List.of(new SealedAct(opening.id(), first), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
        }
        assertThat(verify(
                        zip,
                        "--anchor",
                        "XA-1/seal=" + print(TestCertificates.XA),
                        "--anchor",
                        "XB-1/seal=" + print(TestCertificates.XB),
                        "--anchor",
                        "XA-1/register=" + print(TestCertificates.XA_REGISTER)))
                .as(said)
                .isNotZero();
        assertThat(said).contains("[keeper-alone]");
    }

    /** What is checked may lie in the folder in which the command runs, under the very words of the anchor. */
    @Test
    void no_file_takes_the_place_of_an_anchor() throws IOException {
        var act = TestContainer.of(REQUEST);
        act.signer = TestCertificates.STRANGER;
        var file = Files.write(folder.resolve("act.asice"), act.build());
        var anchor = "XA-1=" + print(TestCertificates.XA);
        var planted = Path.of(anchor);
        try {
            Files.copy(Path.of(pem("s.pem", TestCertificates.STRANGER.certificate())), planted);
            assertThat(run(file.toString(), "--anchor", anchor)).as(said).isEqualTo(1);
        } finally {
            Files.deleteIfExists(planted);
        }
    }

    @Test
    void a_seal_that_was_replaced_and_one_of_another_network_seal_nothing_here() throws Exception {
        var xb = entry("XB-1", 1, "00".repeat(32), TestCertificates.XB, TestCertificates.XB_REGISTER, TestActs.NETWORK);
        var old =
                entry("XA-1", 1, "00".repeat(32), TestCertificates.XA, TestCertificates.XA_REGISTER, TestActs.NETWORK);
        var hash = Digests.sha256(CanonicalJson.write(StrictReading.object("entry", old.get("entry"))));
        var now = entry("XA-1", 2, hash, TestCertificates.STRANGER, TestCertificates.XA_REGISTER, TestActs.NETWORK);
        assertThat(run(zip.toString(), "--entries", file("one.json", old, now, xb)))
                .as(said)
                .isEqualTo(1);
        var elsewhere =
                entry("XA-1", 1, "00".repeat(32), TestCertificates.XA, TestCertificates.XA_REGISTER, "cd".repeat(32));
        assertThat(run(zip.toString(), "--entries", file("two.json", elsewhere, xb)))
                .as(said)
                .isEqualTo(1);
    }

    @Test
    void two_faces_of_one_version_in_two_files_are_no_fault_of_the_program() throws Exception {
        var one =
                entry("XB-1", 1, "00".repeat(32), TestCertificates.XB, TestCertificates.XB_REGISTER, TestActs.NETWORK);
        var other = entry(
                "XB-1", 1, "00".repeat(32), TestCertificates.XB, TestCertificates.XB_REGISTER_LATER, TestActs.NETWORK);
        assertThat(run(zip.toString(), "--entries", file("one.json", one), "--entries", file("two.json", other)))
                .isEqualTo(2);
    }

    @Test
    void a_bag_of_nothing_does_not_hold() throws IOException {
        var bag = folder.resolve("bag");
        new BagWriting(bag, written -> {})
                .finish(new TreeMap<>(Map.of("Source-Organization", "XB-1")), TestBags::statement);
        assertThat(verify(bag)).as(said).isEqualTo(1);
    }

    private String file(String name, Object... entries) throws IOException {
        return Files.write(folder.resolve(name), CanonicalJson.write(Map.of("entries", List.of(entries))))
                .toString();
    }

    private static Map<String, Object> entry(
            String id, long version, String previous, TestCertificates seal, TestCertificates register, String network)
            throws Exception {
        var key = Base64.getEncoder().encodeToString(ENTRY.getPublic().getEncoded());
        var fields = new TreeMap<String, Object>();
        fields.put("format", "comity-entry/1");
        fields.put("network", network);
        fields.put("id", id);
        fields.put("version", version);
        fields.put("previous", previous);
        fields.put("signedAt", TestCertificates.FROM.plusSeconds(version).toString());
        fields.put("keys", Map.of("entry", key, "recovery", key));
        fields.put(
                "node",
                Map.of(
                        "seal",
                                Base64.getEncoder()
                                        .encodeToString(seal.certificate().getEncoded()),
                        "register",
                                Base64.getEncoder()
                                        .encodeToString(register.certificate().getEncoded())));
        var signed = new TreeMap<String, Object>();
        signed.put("entry", fields);
        signed.put("signature", TestRegister.signature(CanonicalJson.write(fields), ENTRY.getPrivate()));
        signed.put("endorsement", null);
        return signed;
    }
}
