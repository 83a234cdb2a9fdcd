package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.StrictReading;
import org.comity.proof.register.TestRegister;
import org.comity.proof.seal.TestCertificates;
import org.junit.jupiter.api.Test;

/** Rule R74, {@code --entries}: the user vouches for the newest entry, older ones count as it leads to them. */
class DirectoryEntriesTest extends ExportedThread {

    private static final Instant EARLIER = TestCertificates.NOON.minusSeconds(86_400);
    static final KeyPair ENTRY = TestCertificates.pair("secp256r1");
    private static final KeyPair LATER = TestCertificates.pair("secp256r1");
    static final KeyPair RECOVERY = TestCertificates.pair("secp256r1");

    @Test
    void the_entries_of_both_parties_are_all_that_is_needed() throws IOException {
        assertThat(checked(entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER), xb(EARLIER)))
                .as(said)
                .isZero();
        assertThat(said).contains("a given directory entry names it. [keeper]", "The signer is XB-1");
    }

    /** Who has the one fingerprint by phone and the other from the directory; and what the directory says of the first is not asked. */
    @Test
    void with_anchors_first_no_entry_speaks_for_a_key_that_an_anchor_is_tied_to() throws IOException {
        checked(entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER), xb(EARLIER));
        for (var key : List.of("XA-1/seal", "XB-1/seal", "XB-1/register")) {
            var other = key + "=" + "00".repeat(32);
            assertThat(checkedAgain("--anchor", other)).as(said).isZero();
            assertThat(checkedAgain("--anchor", other, "--anchors-first"))
                    .as(said)
                    .isEqualTo(1);
        }
        var right = "XA-1/seal=" + print(TestCertificates.XA);
        assertThat(checkedAgain("--anchor", right, "--anchors-first")).as(said).isZero();
        assertThat(said)
                .contains(
                        "The signer is XA-1, by the anchor given for it.",
                        "The signer is XB-1, by its directory entry.");
    }

    @Test
    void what_no_entry_names_is_refused() throws IOException {
        assertThat(checked(
                        entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER),
                        entry("XB-1", TestCertificates.XB, TestCertificates.XB_REGISTER_LATER)))
                .isEqualTo(1);
        assertThat(said).contains("[keeper]");
    }

    /** By when it was signed the keeper itself says when its key counts: its clock may stand back in the register. */
    @Test
    void a_version_counts_before_it_was_signed_as_well() throws IOException {
        assertThat(checked(
                        entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER),
                        xb(TestCertificates.NOON.plusSeconds(2 * 86_400))))
                .as(said)
                .isZero();
    }

    @Test
    void in_which_order_the_files_come_makes_no_difference() throws IOException {
        var xa = entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER);
        var first = xb(EARLIER);
        var second = next(first, EARLIER.plusSeconds(60), ENTRY, null);
        var third = next(second, 3, EARLIER.plusSeconds(120), ENTRY, null);
        var otherSecond = next(xb(EARLIER.plusSeconds(1)), EARLIER.plusSeconds(60), ENTRY, null);
        for (var order : List.of(
                List.of(first, second, third, otherSecond),
                List.of(first, third, second, otherSecond),
                List.of(third, otherSecond, first, second),
                List.of(second, first, otherSecond, third))) {
            var arguments = new ArrayList<>(List.of(zip.toString(), "--entries", file("xa.json", xa)));
            for (int i = 0; i < order.size(); i++) {
                arguments.addAll(List.of("--entries", file("xb-%d.json".formatted(i), order.get(i))));
            }
            assertThat(run(arguments.toArray(String[]::new))).as(said).isZero();
        }
    }

    @Test
    void two_faces_of_one_version_in_two_files_are_explained() throws IOException {
        assertThat(run(
                        zip.toString(),
                        "--entries",
                        file("one.json", xb(EARLIER)),
                        "--entries",
                        file("other.json", xb(EARLIER.plusSeconds(1)))))
                .isEqualTo(2);
        assertThat(said).contains("two entries of XB-1 with version 1");
    }

    @Test
    void a_seal_that_was_replaced_a_week_before_the_act_counts_seals_nothing_any_more() throws IOException {
        var xa = entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER);
        var registered = TestCertificates.NOON.plusSeconds(1);
        for (boolean late : List.of(false, true)) {
            var replaced = registered.minusSeconds(7 * 86_400L + (late ? 1 : 0));
            var old = xb(replaced.minusSeconds(86_400));
            var now = sign(
                    fields(
                            "XB-1",
                            2,
                            hash(old),
                            replaced,
                            TestCertificates.STRANGER,
                            TestCertificates.XB_REGISTER,
                            ENTRY),
                    ENTRY,
                    null);
            assertThat(checked(xa, old, now)).as(said).isEqualTo(late ? 1 : 0);
            if (late) {
                assertThat(said)
                        .contains(
                                "that names this seal was replaced more than seven days before " + registered,
                                "[validity]");
                assertThat(run(
                                zip.toString(),
                                "--entries",
                                folder.resolve("entries.json").toString(),
                                "--anchor",
                                "XB-1/seal=" + print(TestCertificates.XB)))
                        .as("the user says that it counts")
                        .isZero();
            }
        }
    }

    @Test
    void of_an_act_alone_its_own_time_decides_whether_the_seal_was_replaced() throws IOException {
        var act = Files.write(folder.resolve("act.asice"), SECOND);
        for (boolean late : List.of(false, true)) {
            var replaced = ACKNOWLEDGE.envelope().time().minusSeconds(7 * 86_400L + (late ? 1 : 0));
            var old = xb(replaced.minusSeconds(86_400));
            var now = sign(
                    fields(
                            "XB-1",
                            2,
                            hash(old),
                            replaced,
                            TestCertificates.STRANGER,
                            TestCertificates.XB_REGISTER,
                            ENTRY),
                    ENTRY,
                    null);
            checked(old, now);
            assertThat(run(
                            act.toString(),
                            "--entries",
                            folder.resolve("entries.json").toString()))
                    .as(said)
                    .isEqualTo(late ? 1 : 0);
        }
    }

    @Test
    void an_older_version_counts_as_the_newest_leads_to_it_and_until_a_week_after() throws IOException {
        var xa = entry("XA-1", TestCertificates.XA, TestCertificates.XA_REGISTER);
        var first = xb(EARLIER);
        assertThat(checked(xa, first, next(first, EARLIER.plusSeconds(60), ENTRY, null)))
                .as(said)
                .isZero();
        assertThat(checked(xa, first, next(first, EARLIER.plusSeconds(60), LATER, ENTRY.getPrivate())))
                .as(said)
                .isZero();
        assertThat(checked(xa, first, next(first, EARLIER.plusSeconds(60), LATER, RECOVERY.getPrivate())))
                .as(said)
                .isZero();

        var long_ago = xb(EARLIER.minusSeconds(864_000));
        assertThat(checked(
                        xa, long_ago, next(long_ago, TestCertificates.NOON.minusSeconds(7 * 86_400 + 1), ENTRY, null)))
                .isEqualTo(1);
        assertThat(said).contains("[keeper-validity]");
        assertThat(checked(xa, first, next(first, EARLIER.plusSeconds(60), LATER, null)))
                .as("not endorsed")
                .isEqualTo(1);
        assertThat(checked(xa, first, next(first, EARLIER.plusSeconds(60), LATER, LATER.getPrivate())))
                .isEqualTo(1);
        assertThat(checked(xa, first, next(xb(EARLIER.plusSeconds(1)), EARLIER.plusSeconds(60), ENTRY, null)))
                .as("another predecessor")
                .isEqualTo(1);
    }

    @Test
    void what_its_own_key_did_not_sign_and_two_faces_of_one_version_are_explained() throws IOException {
        var wrong = new TreeMap<>(xb(EARLIER));
        wrong.put("signature", xb(EARLIER.plusSeconds(1)).get("signature"));
        assertThat(checked(wrong)).isEqualTo(2);
        assertThat(checked(xb(EARLIER), xb(EARLIER.plusSeconds(1)))).isEqualTo(2);
    }

    private static Map<String, Object> xb(Instant from) {
        return sign(
                fields("XB-1", 1, "00".repeat(32), from, TestCertificates.XB, TestCertificates.XB_REGISTER, ENTRY),
                ENTRY,
                null);
    }

    private static Map<String, Object> entry(String id, TestCertificates seal, TestCertificates register) {
        return sign(fields(id, 1, "00".repeat(32), EARLIER, seal, register, ENTRY), ENTRY, null);
    }

    private static Map<String, Object> next(
            Map<String, Object> before, Instant from, KeyPair entry, PrivateKey endorses) {
        return next(before, 2, from, entry, endorses);
    }

    private static Map<String, Object> next(
            Map<String, Object> before, long version, Instant from, KeyPair entry, PrivateKey endorses) {
        return sign(
                fields(
                        "XB-1",
                        version,
                        hash(before),
                        from,
                        TestCertificates.XB,
                        TestCertificates.XB_REGISTER_LATER,
                        entry),
                entry,
                endorses);
    }

    static String hash(Map<String, Object> signed) {
        return Digests.sha256(CanonicalJson.write(StrictReading.object("entry", signed.get("entry"))));
    }

    private String file(String name, Map<String, Object> entry) throws IOException {
        return Files.write(folder.resolve(name), CanonicalJson.write(entry)).toString();
    }

    static TreeMap<String, Object> fields(
            String id,
            long version,
            String previous,
            Instant from,
            TestCertificates seal,
            TestCertificates register,
            KeyPair entry) {
        return fields(id, version, previous, from, seal, register, entry, RECOVERY);
    }

    static TreeMap<String, Object> fields(
            String id,
            long version,
            String previous,
            Instant from,
            TestCertificates seal,
            TestCertificates register,
            KeyPair entry,
            KeyPair recovery) {
        var fields = new TreeMap<String, Object>();
        fields.put("format", "comity-entry/1");
        fields.put("network", TestActs.NETWORK);
        fields.put("id", id);
        fields.put("version", version);
        fields.put("previous", previous);
        fields.put("signedAt", from.toString());
        fields.put(
                "keys",
                Map.of(
                        "entry",
                        base64(entry.getPublic().getEncoded()),
                        "recovery",
                        base64(recovery.getPublic().getEncoded())));
        fields.put("node", Map.of("seal", base64(seal.certificate()), "register", base64(register.certificate())));
        return fields;
    }

    static Map<String, Object> sign(Map<String, Object> entry, KeyPair by, PrivateKey endorses) {
        byte[] canonical = CanonicalJson.write(entry);
        var signed = new TreeMap<String, Object>();
        signed.put("entry", entry);
        signed.put("signature", TestRegister.signature(canonical, by.getPrivate()));
        signed.put("endorsement", endorses == null ? null : TestRegister.signature(canonical, endorses));
        return signed;
    }

    private static String base64(X509Certificate certificate) {
        try {
            return base64(certificate.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @SafeVarargs
    private int checked(Map<String, Object>... entries) throws IOException {
        var file = folder.resolve("entries.json");
        Files.write(file, CanonicalJson.write(Map.of("entries", new ArrayList<>(List.of(entries)))));
        return run(zip.toString(), "--entries", file.toString());
    }

    /** By the entries that were given before. */
    private int checkedAgain(String... more) {
        var arguments = new ArrayList<>(List.of(
                zip.toString(), "--entries", folder.resolve("entries.json").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }
}
