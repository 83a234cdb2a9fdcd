package org.comity.sealing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.sealing.PracticeKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedContainerTest {

    private final NodeSealing stamped = Specimen.stamping("XA-1");
    private final NodeSealing unstamped = Specimen.sealing("XA-1", NoTimeStamps.NONE);

    @Test
    void dss_accepts_a_stamped_container() {
        assertPassed(stamped.seal(Specimen.files()), SignatureLevel.CAdES_BASELINE_T);
    }

    @Test
    void dss_accepts_a_container_without_stamp() {
        assertPassed(unstamped.seal(Specimen.files()), SignatureLevel.CAdES_BASELINE_B);
    }

    @Test
    void the_container_holds_exactly_our_files_and_mimetype_is_first() {
        var files = Specimen.unzip(stamped.seal(Specimen.files()));

        assertThat(files.keySet().iterator().next()).isEqualTo("mimetype");
        assertThat(files.get("mimetype")).asString().isEqualTo("application/vnd.etsi.asic-e+zip");
        assertThat(files).containsAllEntriesOf(Specimen.files());
        assertThat(files.keySet())
                .filteredOn(name -> name.startsWith("META-INF/"))
                .containsExactlyInAnyOrder("META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s");
        assertThat(files).hasSize(Specimen.files().size() + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"act.json", "act.pdf", "approvals.json", "attachments/أمر قضائي (1).pdf"})
    void dss_refuses_a_container_whose_file_was_changed(String changed) {
        var container = Specimen.rezip(
                stamped.seal(Specimen.files()), (name, bytes) -> name.equals(changed) ? append(bytes) : bytes);

        var report = DssOracle.validate(container, PracticeKeys.authority().root());
        var signature = report.getFirstSignatureId();
        assertThat(report.getIndication(signature)).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.getSubIndication(signature)).isEqualTo(SubIndication.HASH_FAILURE);
    }

    @Test
    void five_megabytes_are_sealed_and_one_byte_more_is_refused() {
        int most = (int) Specimen.LIMITS.largest().toBytes();

        assertThat(unstamped.seal(Map.of("act.json", new byte[most]))).isNotEmpty();
        assertThatExceptionOfType(FilesToSeal.TooLarge.class)
                .isThrownBy(() -> unstamped.seal(Map.of("act.json", new byte[most + 1])))
                .satisfies(it -> assertThat(it.code()).isEqualTo("sealing.too-large"));
    }

    @Test
    void twenty_four_files_are_sealed_and_one_more_is_refused() {
        assertThat(unstamped.seal(files(24))).isNotEmpty();
        assertThatExceptionOfType(FilesToSeal.TooMany.class).isThrownBy(() -> unstamped.seal(files(25)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mimetype",
                "MIMETYPE",
                "META-INF/x",
                "meta-inf",
                "../act.json",
                "attachments/..",
                "a/b",
                "/a",
                "a\\b",
                "a\nb",
                "attachments/a/b"
            })
    void a_name_that_could_be_mistaken_for_something_else_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> unstamped.seal(Map.of(name, new byte[1])));
    }

    private static Map<String, byte[]> files(int count) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < count; i++) {
            files.put("attachments/" + i, new byte[] {1});
        }
        return files;
    }

    private static byte[] append(byte[] bytes) {
        return (new String(bytes, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
    }

    private static void assertPassed(byte[] container, SignatureLevel level) {
        var report = DssOracle.validate(container, PracticeKeys.authority().root());
        var signature = report.getFirstSignatureId();
        assertThat(report.getSignaturesCount()).isOne();
        assertThat(report.getIndication(signature))
                .as("%s", report.getAdESValidationErrors(signature))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(signature)).isEqualTo(level);
    }
}
