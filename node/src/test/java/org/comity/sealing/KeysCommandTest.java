package org.comity.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.comity.sealing.ceremony.KeyStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The State's own authority is openssl, as it would be in a ministry. */
class KeysCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void prepared() {
        Tool.needs(Tool.installed("openssl"), "openssl");
        new KeyCeremony(Clock.systemUTC())
                .prepare(new KeyCeremony.Plan(
                        "XA-1", List.of("node.example"), folder.resolve("keys"), folder.resolve("recovery")));
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "ca.key");
        openssl("req", "-x509", "-key", "ca.key", "-subj", "/C=XA/CN=National authority", "-out", "ca.pem");
    }

    @Test
    void what_openssl_issued_for_our_request_is_put_in_place() throws Exception {
        issue("tls");

        assertThat(run("certify", keys(), "tls", folder.resolve("tls.pem").toString()))
                .isZero();

        var certificate = certificate("tls.p12", "tls");
        assertThat(certificate.getIssuerX500Principal().getName()).contains("National authority");
        assertThat(certificate.getSubjectAlternativeNames()).contains(List.of(2, "node.example"));
        assertThat(certificate.getKeyUsage()[0]).isTrue();
    }

    @Test
    void a_certificate_issued_for_another_of_our_keys_is_refused() throws Exception {
        issue("tls");
        var before = Files.readAllBytes(folder.resolve("keys/seal.p12"));

        assertThat(run("certify", keys(), "seal", folder.resolve("tls.pem").toString()))
                .isOne();

        assertThat(said.toString())
                .startsWith("Refused: This certificate is for another key than the one in “seal.p12”.");
        assertThat(folder.resolve("keys/seal.p12")).hasBinaryContent(before);
    }

    @Test
    void anchors_are_named_and_nothing_else_is_trusted() throws Exception {
        assertThat(run("trust", keys(), folder.resolve("ca.pem").toString())).isZero();
        assertThat(certificate("trust.p12", "ca").getSubjectX500Principal().getName())
                .contains("National authority");

        assertThat(run("trust", keys(), PracticeKeys.caPem().toString())).isZero();
        assertThat(certificate("trust.p12", "ca"))
                .isEqualTo(PracticeKeys.authority().root());
    }

    @Test
    void a_file_without_certificate_changes_nothing() throws Exception {
        assertThat(run("trust", keys(), folder.resolve("keys/seal.csr").toString()))
                .isOne();
        assertThat(run("certify", keys(), "seal", folder.resolve("nothing.pem").toString()))
                .isOne();
        assertThat(said.toString())
                .contains("Not done: " + folder.resolve("nothing.pem") + " is not there. Check the path.");
        assertThat(run("certify")).isEqualTo(2);
    }

    private void issue(String alias) {
        openssl(
                "x509",
                "-req",
                "-in",
                "keys/" + alias + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-days",
                "30",
                "-copy_extensions",
                "copyall",
                "-out",
                alias + ".pem");
    }

    private X509Certificate certificate(String file, String alias) throws Exception {
        var password = KeyCeremony.password(folder.resolve("keys"));
        return (X509Certificate)
                KeyStores.read(folder.resolve("keys").resolve(file), password).getCertificate(alias);
    }

    private String keys() {
        return folder.resolve("keys").toString();
    }

    private int run(String... arguments) {
        return KeysCommand.run(List.of(arguments), new PrintStream(said, true));
    }

    private void openssl(String... arguments) {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var tool = Tool.run(folder, command);
        assertThat(tool.exit()).as(tool.said()).isZero();
    }
}
