package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.sealing.PracticeKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EU DSS seals and our own library verifies; where one accepts or refuses a container, so does the other. */
class EachOthersOracleTest {

    private final X509Certificate root = PracticeKeys.authority().root();
    private final X509Certificate ours = new KeyFolder(PracticeKeys.folder("XA-1")).sealCertificate();
    private final ActFiles files = new ActFiles();
    private byte[] stamped;

    @BeforeEach
    void sealed() {
        stamped = Specimen.stamping("XA-1").seal(files.all());
    }

    @Tag("long")
    @Test
    void both_accept_a_stamped_container_and_find_the_same_act() {
        var container = Container.read(stamped);
        var verdict = container.verify(Anchor.of(ours), Anchor.of(root), null);

        assertThat(verdict.holds()).as("%s", verdict.failed()).isTrue();
        assertThat(verdict.notChecked())
                .extracting(Verdict.Check::code)
                .containsExactly("stamp-revocation", "rendering", "revocation");
        assertThat(verdict.stamped()).isNotNull();
        assertThat(container.act().id()).isEqualTo(files.act().id());
        assertThat(container.files()).containsExactlyEntriesOf(files.all());
        assertThat(dssAccepts(stamped)).isTrue();
    }

    @Test
    void both_accept_a_container_without_stamp() {
        var unstamped = Specimen.sealing("XA-1", NoTimeStamps.NONE).seal(files.all());
        var verdict = Container.read(unstamped).verify(Anchor.of(root));

        assertThat(verdict.holds()).as("%s", verdict.failed()).isTrue();
        assertThat(verdict.stamped()).isNull();
        assertThat(dssAccepts(unstamped)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"act.pdf", "attachments/أمر قضائي (1).pdf", "approvals.json", "act.json"})
    void both_refuse_a_changed_file(String changed) {
        var container = Specimen.rezip(stamped, (name, bytes) -> name.equals(changed) ? replaced(bytes) : bytes);

        assertThat(proofAccepts(container)).isFalse();
        assertThat(dssAccepts(container)).isFalse();
    }

    @Test
    void both_refuse_a_changed_manifest() {
        var container = Specimen.rezip(
                stamped,
                (name, bytes) -> name.equals("META-INF/ASiCManifest001.xml")
                        ? new String(bytes, UTF_8)
                                .replace("application/pdf", "application/xyz")
                                .getBytes(UTF_8)
                        : bytes);

        assertThat(proofAccepts(container)).isFalse();
        assertThat(dssAccepts(container)).isFalse();
    }

    @Test
    void both_refuse_another_participants_seal_put_in_its_place() {
        var theirs = Specimen.unzip(Specimen.stamping("XB-1").seal(Specimen.files()));
        var container = Specimen.rezip(
                stamped, (name, bytes) -> name.endsWith(".p7s") ? theirs.getOrDefault(name, bytes) : bytes);

        assertThat(proofAccepts(container)).isFalse();
        assertThat(dssAccepts(container)).isFalse();
    }

    @Test
    void a_seal_by_whom_the_caller_does_not_trust_is_refused() {
        var byXb = Specimen.stamping("XB-1").seal(files.all());

        assertThat(verdict(byXb, Anchor.of(ours)).holds()).isFalse();
        assertThat(verdict(byXb, Anchor.of(new KeyFolder(PracticeKeys.folder("XB-1")).sealCertificate()))
                        .holds())
                .isTrue();
    }

    @Test
    void a_file_added_beside_the_seal_is_refused_by_proof() {
        var more = new LinkedHashMap<>(Specimen.unzip(stamped));
        more.put("attachments/more.pdf", "%PDF-1.7".getBytes(UTF_8));

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Container.read(Specimen.zip(more)));
    }

    private boolean proofAccepts(byte[] container) {
        try {
            return verdict(container, Anchor.of(root)).holds();
        } catch (Malformed e) {
            return false;
        }
    }

    private Verdict verdict(byte[] container, Anchor anchor) {
        return Container.read(container).verify(anchor, Anchor.of(root), null);
    }

    private boolean dssAccepts(byte[] container) {
        var report = DssOracle.validate(container, root);
        return report.isValid(report.getFirstSignatureId());
    }

    private static byte[] replaced(byte[] bytes) {
        var changed = bytes.clone();
        changed[changed.length - 3] ^= 1;
        return changed;
    }
}
