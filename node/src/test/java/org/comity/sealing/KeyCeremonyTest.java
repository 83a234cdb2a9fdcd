package org.comity.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.sealing.ceremony.CertificateSubject;
import org.comity.sealing.ceremony.Certificates;
import org.comity.sealing.ceremony.KeyPurpose;
import org.comity.sealing.ceremony.KeyStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCeremonyTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private final KeyCeremony ceremony = new KeyCeremony(Clock.fixed(NOON, ZoneOffset.UTC));
    private KeyCeremony.Plan plan;
    private PracticeAuthority authority;

    @BeforeEach
    void plan() {
        plan = new KeyCeremony.Plan(
                "XA-1", List.of("node.example", "192.0.2.7"), folder.resolve("keys"), folder.resolve("recovery"));
        authority = ceremony.practiceAuthority(folder.resolve("authority"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal", "as4", "tls", "register", "entry"})
    void each_purpose_has_its_own_key_certified_by_the_authority(String alias) throws Exception {
        ceremony.practise(plan, authority);

        var certificate = certificate(alias);
        certificate.verify(authority.root().getPublicKey());
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getExtensionValue("2.5.29.14"))
                .as("subject key identifier")
                .isNotNull();
        assertThat(certificate.getExtensionValue("2.5.29.35"))
                .as("authority key identifier")
                .isNotNull();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()[0]).as("digital signature").isTrue();
        assertThat(certificate.getKeyUsage()[5]).as("signs certificates").isFalse();
        certificate.checkValidity(java.util.Date.from(NOON));
    }

    @Test
    void the_tls_certificate_names_every_host() throws Exception {
        ceremony.practise(plan, authority);

        assertThat(certificate("tls").getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"),
                        List.of(7, "127.0.0.1"),
                        List.of(2, "node.example"),
                        List.of(7, "192.0.2.7"));
    }

    @Test
    void no_one_else_may_read_the_folder() throws Exception {
        ceremony.practise(plan, authority);

        assertThat(Files.getPosixFilePermissions(plan.keys())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(plan.keys())) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void the_recovery_key_is_not_in_the_nodes_folder() throws Exception {
        ceremony.practise(plan, authority);

        assertThat(plan.keys().resolve("recovery.p12")).doesNotExist();
        assertThat(plan.keys().resolve("recovery.pem")).exists();
        assertThat(plan.recovery().resolve("recovery.p12")).exists();
    }

    @Test
    void keys_that_exist_are_never_overwritten() {
        ceremony.practise(plan, authority);

        assertThatExceptionOfType(KeyCeremony.AlreadyMade.class).isThrownBy(() -> ceremony.practise(plan, authority));
    }

    @Test
    void the_authority_is_made_once_and_read_again() {
        assertThat(ceremony.practiceAuthority(folder.resolve("authority")).root())
                .isEqualTo(authority.root());
    }

    @Test
    void the_states_own_authority_answers_a_request() throws Exception {
        ceremony.prepare(plan);
        assertThat(plan.keys().resolve("seal.csr")).content().startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        var ours = certificate("seal").getPublicKey();

        ceremony.certify(plan.keys(), "seal", issued(ours));

        assertThat(certificate("seal").getIssuerX500Principal())
                .isEqualTo(authority.root().getSubjectX500Principal());
        assertThat(certificate("seal").getPublicKey()).isEqualTo(ours);
    }

    @Test
    void a_certificate_for_another_key_is_not_taken() {
        ceremony.prepare(plan);

        assertThatExceptionOfType(KeyCeremony.OtherKey.class)
                .isThrownBy(() -> ceremony.certify(
                        plan.keys(), "seal", issued(Certificates.p256().getPublic())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XA", "xa-1", "XA-1/..", "XA-123456789012345678901"})
    void a_participant_that_is_none_is_refused(String participant) {
        assertThatExceptionOfType(KeyCeremony.UnreadableParticipant.class)
                .isThrownBy(() -> new KeyCeremony.Plan(participant, List.of(), folder, folder));
    }

    private List<X509Certificate> issued(java.security.PublicKey key) {
        var subject = new CertificateSubject("XA-1", KeyPurpose.SEAL, List.of());
        return authority.certify(subject, new java.security.KeyPair(key, null), NOON);
    }

    private X509Certificate certificate(String alias) throws Exception {
        return (X509Certificate) store(alias).getCertificate(alias);
    }

    private KeyStore store(String alias) {
        return KeyStores.read(plan.keys().resolve(alias + ".p12"), KeyCeremony.password(plan.keys()));
    }
}
