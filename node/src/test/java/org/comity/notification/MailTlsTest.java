package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.ui.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server is spoken to over TLS, and only if somebody whom we trust vouches for its name. */
@Tag("long")
class MailTlsTest {

    @TempDir
    private static Path folder;

    private static Path keys;
    private static Path certificate;

    private GreenMail server;

    @BeforeAll
    static void certify() throws Exception {
        keys = folder.resolve("mail.p12");
        certificate = folder.resolve("mail.pem");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=mail", "-ext", "san=dns:localhost", "-validity", "2");
        keytool("-exportcert", "-rfc", "-file", certificate.toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, keys.toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, "practice");
    }

    @AfterAll
    static void forget() {
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_server_that_our_own_authority_vouches_for_gets_the_mail() throws Exception {
        start(ServerSetup.PROTOCOL_SMTPS);

        post("localhost", MailSettings.Tls.IMPLICIT, certificate).send(MAIL);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_server_for_whom_nobody_vouches_gets_nothing() {
        start(ServerSetup.PROTOCOL_SMTPS);

        refused(post("localhost", MailSettings.Tls.IMPLICIT, null));
    }

    @Test
    void a_server_by_another_name_gets_nothing() throws Exception {
        start(ServerSetup.PROTOCOL_SMTPS);

        refused(post("127.0.0.1", MailSettings.Tls.IMPLICIT, certificate));
    }

    @Test
    void a_server_without_tls_gets_nothing_where_tls_is_demanded() {
        start(ServerSetup.PROTOCOL_SMTP);

        refused(post("localhost", MailSettings.Tls.STARTTLS, null));
    }

    private static final OutgoingMail MAIL =
            new OutgoingMail("1", "duty@xa.example", Language.ENGLISH, "s", "t", null, null, Map.of());

    private void refused(MailPost post) {
        assertThatExceptionOfType(MailPost.NotSent.class)
                .isThrownBy(() -> post.send(MAIL))
                .extracting(MailPost.NotSent::code)
                .isEqualTo("not-reached");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private void start(String protocol) {
        var setup = new ServerSetup(0, "localhost", protocol);
        setup.setServerStartupTimeout(60_000);
        server = new GreenMail(setup);
        server.start();
    }

    private MailPost post(String host, MailSettings.Tls tls, Path trust) {
        int port = (server.getSmtps() != null ? server.getSmtps() : server.getSmtp()).getPort();
        var patience = Duration.ofMinutes(1);
        var settings = new MailSettings(
                host, null, port, "comity@xa.example", tls, trust, null, null, patience, patience, patience, patience);
        return new MailPost(settings, false, Clock.systemUTC());
    }

    private static void keytool(String... arguments) throws Exception {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("-keystore", keys.toString(), "-storepass", "practice", "-alias", "mail"));
        assertThat(new ProcessBuilder(line).redirectErrorStream(true).start().waitFor())
                .isZero();
    }
}
