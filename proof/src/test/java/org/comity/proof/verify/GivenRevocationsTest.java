package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.Act;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules D50 to D53 and D61 of docs/protocol, as the command applies them to a sealed act. */
class GivenRevocationsTest {

    private static final KeyPair RECOVERY = TestCertificates.pair("secp256r1");
    private static final KeyPair FIRST = TestCertificates.pair("secp256r1");
    private static final KeyPair SECOND = TestCertificates.pair("secp256r1");
    private static final Act ACT = TestActs.request();
    private static final Instant STAMPED = TestContainer.STAMPED;

    @TempDir
    Path folder;

    private String said;

    @Test
    void without_the_option_the_verdict_says_that_revocation_was_not_checked() throws IOException {
        assertThat(verify(stamped())).isZero();
        assertThat(said).contains("Whether the certificate was revoked was not checked", "Give --revocations FILE");
    }

    @Test
    void an_act_stamped_at_or_after_the_revocation_is_refused_and_named() throws IOException {
        for (Instant effective : List.of(STAMPED, STAMPED.minusSeconds(60))) {
            assertThat(verify(stamped(), revoked("XA-1", effective, effective))).isEqualTo(1);
            assertThat(said)
                    .contains("does NOT hold", "FAILED", "[revocation]", "XA-1 revoked certificate")
                    .contains(Anchor.fingerprint(TestCertificates.XA.certificate()), "this is of " + STAMPED);
        }
    }

    @Test
    void each_file_of_several_counts() throws IOException {
        var others = write("others.json", CanonicalJson.write(statement(TestActs.NETWORK, "XB-1", STAMPED, STAMPED)));
        var its = revoked("XA-1", STAMPED, STAMPED);
        assertThat(verify(stamped(), "--revocations", others.toString(), "--revocations", its))
                .isEqualTo(1);
        assertThat(said).contains("XA-1 revoked certificate", "[revocation]");
        assertThat(verify(stamped(), "--revocations", its, "--revocations", others.toString()))
                .isEqualTo(1);
    }

    @Test
    void an_act_stamped_before_still_counts_and_one_in_doubt_is_said_to_be_so() throws IOException {
        assertThat(verify(stamped(), revoked("XA-1", STAMPED.plusSeconds(60), STAMPED.plusSeconds(30))))
                .isZero();
        assertThat(said).contains("this is of " + STAMPED + ", before");
        assertThat(verify(stamped(), revoked("XA-1", STAMPED.plusSeconds(60), STAMPED.minusSeconds(30))))
                .isZero();
        assertThat(said).contains("Ask for its confirmation");
    }

    @Test
    void the_signers_own_clock_does_not_save_an_act() throws IOException {
        var bare = write("bare.asice", TestContainer.of(ACT).build());
        assertThat(verify(bare, revoked("XA-1", STAMPED.plusSeconds(60), STAMPED.plusSeconds(60))))
                .isEqualTo(1);
        assertThat(said).contains("only the signer's own clock");
    }

    @Test
    void somebody_elses_revocation_and_one_of_another_network_or_an_earlier_certificate_change_nothing()
            throws IOException {
        var early = STAMPED.minusSeconds(60);
        assertThat(verify(stamped(), revoked("XB-1", early, early))).isZero();
        assertThat(said).contains("No revocation of XA-1");
        assertThat(verify(stamped(), revoked(statement("ff".repeat(32), "XA-1", early, early))))
                .isZero();
        var beforeTheCertificate = TestCertificates.FROM.minusSeconds(1);
        assertThat(verify(stamped(), revoked("XA-1", beforeTheCertificate, beforeTheCertificate)))
                .isZero();
    }

    /** What was found: made as the guide says, each certificate begins a day before, and all that came after was refused. */
    @Test
    void keys_that_came_after_by_the_recovery_key_are_not_reached() throws IOException {
        var effective = STAMPED.minusSeconds(3600);
        var revoked = revoked("XA-1", effective, effective.minusSeconds(86_400));
        var seal = madeAt(effective.plusSeconds(60));
        var first = version(1, "00".repeat(32), effective.minusSeconds(864_000), TestCertificates.XA, FIRST, null);
        var back = version(
                2, DirectoryEntriesTest.hash(first), effective.plusSeconds(120), seal, SECOND, RECOVERY.getPrivate());

        assertThat(by(seal, revoked, first, back)).as(said).isZero();
        assertThat(said).contains("No revocation of XA-1 that was given is against this certificate");
        var later = version(4, DirectoryEntriesTest.hash(first), STAMPED, seal, SECOND, RECOVERY.getPrivate());
        assertThat(by(seal, revoked, first, later))
                .as("above what a thief signed")
                .isZero();
        assertThat(by(TestCertificates.XA, revoked, first, back)).as(said).isEqualTo(1);
        assertThat(said).contains("(keys of version 1 and before); this is of " + STAMPED);
    }

    @Test
    void keys_that_came_after_by_the_entry_key_are_reached() throws IOException {
        var effective = STAMPED.minusSeconds(3600);
        var revoked = revoked("XA-1", effective, effective.minusSeconds(86_400));
        for (var seal : List.of(madeAt(effective.plusSeconds(60)), madeAt(effective.plusSeconds(86_400 + 60)))) {
            var first = version(1, "00".repeat(32), effective.minusSeconds(864_000), TestCertificates.XA, FIRST, null);
            var thiefs = version(2, DirectoryEntriesTest.hash(first), effective, seal, FIRST, null);
            assertThat(by(seal, revoked, first, thiefs)).as(said).isEqualTo(1);
            assertThat(said).contains("XA-1 revoked certificate", "[revocation]");
        }
    }

    @Test
    void without_entries_nobody_can_say_whether_such_keys_came_after() throws IOException {
        var effective = STAMPED.minusSeconds(3600);
        var revoked = revoked("XA-1", effective, effective);
        var seal = madeAt(effective.plusSeconds(60));
        var trusted = "XA-1=" + Anchor.fingerprint(seal.certificate());
        assertThat(run(sealed(seal), "--anchor", trusted, "--revocations", revoked))
                .as(said)
                .isEqualTo(1);
        assertThat(said)
                .contains(
                        "XA-1 revoked its keys",
                        "its entries from version 1 on say which. Give --entries. [revocation]");
        var back = version(2, "11".repeat(32), effective.plusSeconds(120), seal, SECOND, RECOVERY.getPrivate());
        assertThat(by(seal, revoked, back)).as("without the one before").isEqualTo(1);
        assertThat(said).contains("XA-1 revoked its keys");
        var key = Base64.getEncoder().encodeToString(RECOVERY.getPublic().getEncoded());
        assertThat(by(seal, revoked, List.of("--recovery", "XA-1=" + key), back))
                .isZero();
        assertThat(said).contains("No revocation of XA-1 that was given is against this certificate");

        var earlier = madeAt(effective.minusSeconds(60));
        assertThat(run(
                        sealed(earlier),
                        "--anchor",
                        "XA-1=" + Anchor.fingerprint(earlier.certificate()),
                        "--revocations",
                        revoked))
                .as("began more than a day before")
                .isEqualTo(1);
    }

    /** As the key ceremony makes them: valid from a day before. */
    private static TestCertificates madeAt(Instant now) {
        return new TestCertificates.Request("XA-1 seal")
                .valid(now.minusSeconds(86_400), TestCertificates.UNTIL)
                .by(TestCertificates.CA);
    }

    private static Map<String, Object> version(
            long number, String previous, Instant from, TestCertificates seal, KeyPair entry, PrivateKey endorses) {
        var fields = DirectoryEntriesTest.fields(
                "XA-1", number, previous, from, seal, TestCertificates.XA_REGISTER, entry, RECOVERY);
        return DirectoryEntriesTest.sign(fields, entry, endorses);
    }

    private Path sealed(TestCertificates by) throws IOException {
        var container = TestContainer.of(ACT).stamped();
        container.signer = by;
        return write("act.asice", container.build());
    }

    @SafeVarargs
    private int by(TestCertificates seal, String revoked, Map<String, Object>... entries) throws IOException {
        return by(seal, revoked, List.of(), entries);
    }

    @SafeVarargs
    private int by(TestCertificates seal, String revoked, List<String> more, Map<String, Object>... entries)
            throws IOException {
        var given = write("entries.json", CanonicalJson.write(Map.of("entries", List.of(entries))));
        var arguments = new ArrayList<>(List.of("--entries", given.toString(), "--revocations", revoked));
        arguments.addAll(more);
        return run(sealed(seal), arguments.toArray(String[]::new));
    }

    @Test
    void with_the_recovery_key_only_what_it_signed_counts() throws IOException {
        var revoked = revoked("XA-1", STAMPED, STAMPED);
        var key = Base64.getEncoder().encodeToString(RECOVERY.getPublic().getEncoded());
        var another = Base64.getEncoder()
                .encodeToString(TestCertificates.pair("secp256r1").getPublic().getEncoded());
        assertThat(verify(stamped(), "--revocations", revoked, "--recovery", "XA-1=" + key))
                .isEqualTo(1);
        assertThat(said).contains("is signed by the recovery key of XA-1");
        assertThat(verify(stamped(), "--revocations", revoked, "--recovery", "XA-1=" + another))
                .isEqualTo(1);
        assertThat(said).contains("[revocation-signature]", "No revocation of XA-1");
    }

    @Test
    void one_alone_and_the_directorys_list_are_read_and_nothing_else() throws IOException {
        var one = write("one.json", CanonicalJson.write(statement(TestActs.NETWORK, "XA-1", STAMPED, STAMPED)));
        assertThat(verify(stamped(), "--revocations", one.toString())).isEqualTo(1);
        var wrong = write("wrong.json", "{\"revocations\":[{}]}".getBytes(UTF_8));
        assertThat(verify(stamped(), "--revocations", wrong.toString())).isEqualTo(2);
        assertThat(verify(stamped(), "--revocations", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(verify(stamped(), "--recovery", "XA-1=no key")).isEqualTo(2);
    }

    private Path stamped() throws IOException {
        return write("act.asice", TestContainer.of(ACT).stamped().build());
    }

    private String revoked(String id, Instant effective, Instant since) throws IOException {
        return revoked(statement(TestActs.NETWORK, id, effective, since));
    }

    private String revoked(Map<String, Object> statement) throws IOException {
        return write("revocations.json", CanonicalJson.write(Map.of("revocations", List.of(statement))))
                .toString();
    }

    static Map<String, Object> statement(String network, String id, Instant effective, Instant since) {
        Map<String, Object> fields = Map.of(
                "format",
                "comity-revocation/1",
                "network",
                network,
                "id",
                id,
                "version",
                1,
                "effective",
                effective.toString(),
                "compromisedSince",
                since.toString());
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(RECOVERY.getPrivate());
            signature.update(CanonicalJson.write(fields));
            return Map.of("revocation", fields, "signature", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private int verify(Path act) {
        return verify(act, new String[0]);
    }

    private int verify(Path act, String revocations) {
        return verify(act, "--revocations", revocations);
    }

    private int verify(Path act, String... more) {
        var arguments =
                new ArrayList<>(List.of("--anchor", "XA-1=" + Anchor.fingerprint(TestCertificates.XA.certificate())));
        arguments.addAll(List.of(more));
        return run(act, arguments.toArray(String[]::new));
    }

    private int run(Path act, String... more) {
        var arguments = new ArrayList<>(
                List.of(act.toString(), "--tsa", Anchor.fingerprint(TestCertificates.TSA.certificate())));
        arguments.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        int exit = Verify.run(
                arguments.toArray(String[]::new), new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8));
        said = out.toString(UTF_8);
        return exit;
    }
}
