package org.comity.proof.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.proof.Refusals.assertRefused;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.DerBounds;
import org.comity.proof.form.SignatureStrength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules R50 to R69 of docs/protocol: each check on a container has something that it refuses. */
class SealTest {

    private static final byte[] ATTACHED = "order".getBytes(UTF_8);
    private static final Act ACT = TestActs.request(Attachment.of("أمر 1.pdf", "application/pdf", ATTACHED));
    private static final Anchor CA = Anchor.of(TestCertificates.CA.certificate());

    private final TestContainer container = TestContainer.of(ACT);

    SealTest() {
        container.files.put("attachments/أمر 1.pdf", ATTACHED);
    }

    @Test
    void an_attachment_with_any_ordinary_name_is_covered() {
        assertThat(verify().failed()).isEmpty();
        container.manifest = it -> it.replace("أمر 1.pdf", "%D8%A3%D9%85%D8%B1%201.pdf");
        assertThat(verify().failed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"act.json", "act.pdf", "approvals.json", "attachments/أمر 1.pdf"})
    void each_file_must_be_there_and_be_listed(String name) {
        container.manifest = it -> it.replaceFirst(
                "<asic:DataObjectReference URI=\"" + java.util.regex.Pattern.quote(name)
                        + "\".*?</asic:DataObjectReference>",
                "");
        assertThat(failed()).containsExactly("manifest");
        assertThat(verify().failed().getFirst().detail()).contains(name);
        container.manifest = it -> it;
        container.files.remove(name);
        refused("container-file");
    }

    @Test
    void the_manifest_lists_no_file_that_is_not_there() {
        container.manifest = it -> it.replace(
                "</asic:ASiCManifest>",
                "<asic:DataObjectReference URI=\"more\"><ds:DigestMethod"
                        + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>"
                        + "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=</ds:DigestValue></asic:DataObjectReference>"
                        + "</asic:ASiCManifest>");
        assertThat(failed()).containsExactly("manifest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more.txt",
                "attachments/more.txt",
                "META-INF/more.xml",
                "meta-inf/more.p7s",
                "META-INF/signature002.p7s",
                "META-INF/ASiCManifest002.xml",
                "META-INF/manifest.xml"
            })
    void no_other_file_is_allowed_signed_or_not(String name) {
        container.meta.put(name, new byte[] {1});
        refused("container-file");
        container.meta.clear();
        container.files.put(name, new byte[] {1});
        refused("container-file");
    }

    @Test
    void the_media_type_comes_first_and_is_that_of_asic_e() {
        container.mimetype = "application/zip".getBytes(UTF_8);
        refused("container-mimetype");
        assertRefused("container-mimetype", () -> Container.read(TestContainer.zip("a".getBytes(UTF_8), Map.of())));
    }

    @Test
    void files_are_those_that_the_act_commits_to() {
        container.files.put("attachments/أمر 1.pdf", "other".getBytes(UTF_8));
        refused("attachment-differs");
        container.files.put("attachments/أمر 1.pdf", "longer than that".getBytes(UTF_8));
        refused("attachment-differs");
        container.files.put("attachments/أمر 1.pdf", ATTACHED);
        container.files.put("act.pdf", "<html>".getBytes(UTF_8));
        refused("container-file");
        container.files.put("act.pdf", "%PDF-1.7".getBytes(UTF_8));
        container.files.put("approvals.json", "[]".getBytes(UTF_8));
        refused("too-many");
        container.files.put("act.json", " {}".getBytes(UTF_8));
        refused("not-canonical");
    }

    @Test
    void a_manifest_with_a_document_type_or_entities_is_refused() {
        container.manifest = it -> it.replace("?><asic", "?><!DOCTYPE a [<!ENTITY e \"act.pdf\">]><asic")
                .replace("act.pdf", "&e;");
        refused("container-manifest");
        container.manifest = it -> it.replace("?><asic", "?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><asic");
        refused("container-manifest");
    }

    @Test
    void a_manifest_of_another_form_is_refused() {
        for (var change : List.<java.util.function.UnaryOperator<String>>of(
                it -> "",
                it -> it.replace("ASiCManifest", "Manifest"),
                it -> it.replace("02918/v1.2.1", "02918/v9"),
                it -> it.replace("xmlenc#sha256", "xmlenc#sha1"),
                it -> it.replace("META-INF/signature001.p7s", "META-INF/signature002.p7s"),
                it -> it.replaceAll("<asic:SigReference.*?/>", ""),
                it -> it.replace("<ds:DigestValue>", "<ds:DigestValue>!"),
                it -> it.replace("<ds:DigestValue>", "<ds:DigestValue>AAAA"),
                it -> it.replace("DataObjectReference", "ASiCManifestExtensions"),
                it -> it.replace("URI=\"act.json\"", "URI=\"act.json\" Id=\"1\""),
                it -> it.replace("URI=\"act.json\"", "URI=\"act.pdf\""),
                it -> it.replace("URI=\"act.json\"", "URI=\"%zz\""))) {
            container.manifest = change;
            refused("container-manifest");
        }
    }

    @Test
    void limit_of_the_manifest() {
        container.manifest = it -> padded(it, 64 * 1024);
        assertThat(verify().failed()).isEmpty();
        container.manifest = it -> padded(it, 64 * 1024 + 1);
        refused("container-manifest");
    }

    private static String padded(String xml, int size) {
        return xml + " ".repeat(size - xml.getBytes(UTF_8).length);
    }

    @Test
    void limit_of_the_signature() {
        byte[] xml = new byte[0];
        assertRefused("container-signature", () -> Cades.read(new byte[64 * 1024 + 1], xml));
        assertRefused("container-signature", () -> Cades.read(new byte[0], xml));
        assertThat(DerBounds.bounded(nested(39))).isTrue();
        assertThat(DerBounds.bounded(nested(40))).isFalse();
    }

    private static byte[] nested(int depth) {
        byte[] der = {5, 0};
        for (int i = 0; i < depth; i++) {
            var out = new java.io.ByteArrayOutputStream();
            out.write(0x30);
            if (der.length >= 128) {
                out.write(0x81);
            }
            out.write(der.length);
            out.writeBytes(der);
            der = out.toByteArray();
        }
        return der;
    }

    @Test
    void exactly_one_signer_detached() {
        container.signers = 2;
        refused("container-signature");
        container.signers = 1;
        container.detached = false;
        refused("container-signature");
    }

    @Test
    void a_signature_by_other_algorithms_is_refused() {
        container.algorithm = "SHA512withECDSA";
        refused("container-signature");
        container.algorithm = "SHA256withECDSA";
        container.signer = new TestCertificates.Request("XA-1 seal")
                .pair(TestCertificates.pair("secp384r1"))
                .by(TestCertificates.CA);
        assertThat(failed()).containsExactly("signature");
    }

    @Test
    void the_certificate_is_named_under_the_signature() {
        container.named = false;
        assertThat(failed()).containsExactly("certificate-reference");
        container.named = true;
        container.certificateHash = new byte[32];
        assertThat(failed()).containsExactly("certificate-reference");
    }

    @Test
    void a_certificate_for_another_use_is_refused() {
        container.signer = new TestCertificates.Request("XA-1 seal")
                .usage(KeyUsage.keyAgreement)
                .by(TestCertificates.CA);
        assertThat(failed()).containsExactly("certificate-use");
    }

    @Test
    void a_foreign_signature_leads_to_no_anchor() {
        container.signer = TestCertificates.STRANGER;
        assertThat(failed()).containsExactly("anchor");
        container.signer = TestCertificates.XA;
        var verdict = Container.read(container.build())
                .verify(Anchor.of(TestCertificates.XB.certificate()), Anchor.NONE, TestCertificates.NOON);
        assertThat(verdict.failed()).extracting(Check::code).containsExactly("anchor");
    }

    @Test
    void a_certificate_that_may_not_certify_is_no_authority() {
        var notAuthority = new TestCertificates.Request("XA-1 seal").by(TestCertificates.XA);
        container.signer = notAuthority;
        var verdict = Container.read(container.build())
                .verify(Anchor.of(TestCertificates.XA.certificate()), Anchor.NONE, TestCertificates.NOON);
        assertThat(verdict.failed()).extracting(Check::code).containsExactly("validity");
    }

    @Test
    void a_certificate_counts_from_its_first_to_its_last_second() {
        for (Anchor anchor : List.of(CA, Anchor.of(TestCertificates.XA.certificate()))) {
            assertThat(at(anchor, TestCertificates.FROM)).isEmpty();
            assertThat(at(anchor, TestCertificates.UNTIL)).isEmpty();
            assertThat(at(anchor, TestCertificates.FROM.minusSeconds(1))).containsExactly("validity");
            assertThat(at(anchor, TestCertificates.UNTIL.plusSeconds(1))).containsExactly("validity");
        }
    }

    private List<String> at(Anchor anchor, Instant instant) {
        return codes(Container.read(container.build()).verify(anchor, Anchor.NONE, instant), Outcome.FAILED);
    }

    @Test
    void a_chain_has_at_most_five_certificates_below_the_anchor() {
        assertThat(CertificateChain.from(chain(5).getLast(), chain, CA)).isPresent();
        assertThat(CertificateChain.from(chain(6).getLast(), chain, CA)).isEmpty();
    }

    /** Its numbers make one check last for minutes, and whoever made the file chose them. */
    @Test
    void a_key_of_dsa_is_never_tried() throws Exception {
        var endless = TestCertificates.dsa(60_000);
        var issuer = new TestCertificates.Request("DSA")
                .authority(true)
                .usage(KeyUsage.keyCertSign)
                .pair(new KeyPair(endless, TestCertificates.CA.key()))
                .by(TestCertificates.CA);
        var signed = new TestCertificates.Request("under DSA").by(issuer).certificate();

        assertThat(SignatureStrength.enough(endless)).isFalse();
        assertThat(CertificateChain.from(signed, List.of(issuer.certificate()), CA))
                .isEmpty();
    }

    @Tag("long")
    @Test
    void an_issuer_whose_key_has_an_unusual_size_certifies_nobody() throws Exception {
        for (int bits : List.of(1024, 2048)) {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(bits);
            var issuer = new TestCertificates.Request("RSA " + bits)
                    .authority(true)
                    .usage(KeyUsage.keyCertSign)
                    .pair(pairs.generateKeyPair())
                    .by(TestCertificates.CA);
            var signed = new TestCertificates.Request("under RSA").by(issuer).certificate();

            assertThat(CertificateChain.from(signed, List.of(issuer.certificate()), CA)
                            .isPresent())
                    .as("%d", bits)
                    .isEqualTo(bits == 2048);
        }
    }

    @Test
    void a_key_of_rsa_has_a_usual_size() throws Exception {
        for (int bits : List.of(2047, 2048, 8192, 8193)) {
            var key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(TestCertificates.odd(bits), RSAKeyGenParameterSpec.F4));
            assertThat(SignatureStrength.enough(key)).as("%d", bits).isEqualTo(bits == 2048 || bits == 8192);
        }
        assertThat(SignatureStrength.enough(TestCertificates.CA.certificate().getPublicKey()))
                .isTrue();
    }

    private final List<java.security.cert.X509Certificate> chain = new ArrayList<>();

    private List<java.security.cert.X509Certificate> chain(int length) {
        chain.clear();
        var issuer = TestCertificates.CA;
        for (int i = 0; i < length; i++) {
            issuer = new TestCertificates.Request("link " + i)
                    .authority(true)
                    .usage(KeyUsage.keyCertSign)
                    .by(issuer);
            chain.add(issuer.certificate());
        }
        return chain;
    }

    @Test
    void a_stamp_is_by_the_given_authority_and_over_this_signature() {
        container.stamped();
        var verdict = Container.read(container.build()).verify(CA, Anchor.of(TestCertificates.XB.certificate()), null);
        assertThat(codes(verdict, Outcome.FAILED)).containsExactly("stamp");

        assertThat(stampChecks(new byte[] {1})).isInstanceOf(TimeStamp.Result.Wrong.class);
        container.tsa = new TestCertificates.Request("Expired TSA")
                .purpose(KeyPurposeId.id_kp_timeStamping)
                .valid(TestCertificates.FROM, TestCertificates.FROM.plusSeconds(60))
                .by(TestCertificates.CA);
        assertThat(codes(Container.read(container.build()).verify(CA, CA, null), Outcome.FAILED))
                .contains("stamp");
    }

    /** What was found: SHA-1 with RSA of 1,024 bits was called verified. */
    @Tag("long")
    @Test
    void a_stamp_that_anybody_could_forge_proves_nothing() {
        for (int bits : new int[] {1_024, 2_048}) {
            container.tsa = new TestCertificates.Request("TSA of %d bits".formatted(bits))
                    .purpose(KeyPurposeId.id_kp_timeStamping)
                    .pair(rsa(bits))
                    .by(TestCertificates.CA);
            for (var algorithm : List.of("SHA1withRSA", "SHA256withRSA")) {
                container.stampAlgorithm = algorithm;
                var verdict = Container.read(container.build()).verify(CA, CA, TestCertificates.NOON);
                boolean strong = bits == 2_048 && algorithm.equals("SHA256withRSA");
                assertThat(codes(verdict, strong ? Outcome.HELD : Outcome.NOT_CHECKED))
                        .as("%d %s", bits, algorithm)
                        .contains("stamp");
                assertThat(verdict.stamped()).isEqualTo(strong ? TestContainer.STAMPED : null);
                assertThat(codes(verdict, Outcome.NOT_CHECKED).contains("stamp-revocation"))
                        .isEqualTo(strong);
            }
        }
    }

    @Test
    void a_certificate_that_anybody_could_forge_leads_to_no_anchor() {
        var weak = new TestCertificates.Request("Weak CA")
                .authority(true)
                .usage(KeyUsage.keyCertSign)
                .pair(rsa(1_024))
                .by(null);
        container.signer = new TestCertificates.Request("XA-1 seal").by(weak);
        var anchor = Anchor.of(weak.certificate());
        assertThat(codes(Container.read(container.build()).verify(anchor, Anchor.NONE, null), Outcome.FAILED))
                .containsExactly("anchor");
    }

    private static KeyPair rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeStamp.Result stampChecks(byte[] signature) {
        container.tsa = TestCertificates.TSA;
        var token = Cades.read(
                        StrictZip.read(container.build(), Container.Limits.STANDARD)
                                .get("META-INF/signature001.p7s"),
                        new byte[0])
                .stamp()
                .orElseThrow();
        return TimeStamp.check(token, signature, CA);
    }

    @Test
    void a_verified_stamp_decides_when_the_certificate_must_be_valid() {
        container.stamped();
        container.signer = new TestCertificates.Request("XA-1 seal")
                .valid(TestCertificates.FROM, TestContainer.STAMPED.minusSeconds(1))
                .by(TestCertificates.CA);
        var verdict = Container.read(container.build()).verify(CA, CA, TestCertificates.NOON);
        assertThat(codes(verdict, Outcome.FAILED)).containsExactly("validity");
    }

    @Test
    void nothing_else_stands_beside_the_signature() {
        container.stamped().unsignedType = new ASN1ObjectIdentifier("1.2.3.4.5");
        refused("container-signature");
    }

    private Verdict verify() {
        return Container.read(container.build()).verify(CA, Anchor.NONE, TestCertificates.NOON);
    }

    private List<String> failed() {
        return codes(verify(), Outcome.FAILED);
    }

    private static List<String> codes(Verdict verdict, Outcome outcome) {
        return verdict.checks().stream()
                .filter(it -> it.outcome() == outcome)
                .map(Check::code)
                .toList();
    }

    private void refused(String code) {
        byte[] built = container.build();
        assertRefused(code, () -> Container.read(built));
    }
}
