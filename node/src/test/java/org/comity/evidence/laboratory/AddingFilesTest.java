package org.comity.evidence.laboratory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.comity.sealing.ceremony.Certificates;
import org.comity.vocabulary.CommandFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node that is away when the command begins, and whose answer to the first file is lost on its way. */
class AddingFilesTest {

    private static final int AWAY = 503;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> begun = new ArrayList<>();
    private int asked;
    private HttpServer node;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/api/v1/evidence", this::answer);
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Tag("long")
    @Test
    void it_waits_for_the_node_and_begins_a_file_once() throws Exception {
        var file = Files.writeString(folder.resolve("image.dd"), "bytes");
        var line =
                new NodeLine(URI.create("http://127.0.0.1:" + node.getAddress().getPort()), "token", null);

        assertThat(new AddingFiles(line, "", false, new PrintStream(said, true, UTF_8)).add(List.of(file)))
                .isTrue();

        assertThat(begun).hasSize(1);
        assertThat(said.toString(UTF_8))
                .startsWith("The node does not answer. Trying again until it does; Ctrl-C stops.")
                .contains("image.dd: the line dropped", "1 files. All are sealed.");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_certificate_that_nobody_vouches_for_or_of_another_name_ends_it_with_a_sentence() throws Exception {
        var pair = Certificates.p256();
        var certificate = ofAnotherName(pair);
        var secured = secured(pair, certificate);
        var ca = Files.write(folder.resolve("ca.der"), certificate.getEncoded());
        var address = URI.create("https://127.0.0.1:" + secured.getAddress().getPort());
        try {
            for (var vouching : new Path[] {null, ca}) {
                var adding = new AddingFiles(
                        new NodeLine(address, "token", vouching), "", false, new PrintStream(said, true, UTF_8));

                assertThatThrownBy(() -> adding.add(List.of(folder)))
                        .isInstanceOf(IOException.class)
                        .extracting(it -> CommandFailure.told((Exception) it))
                        .asString()
                        .startsWith("Not done: the certificate at that address is not trusted (");
            }
        } finally {
            secured.stop(0);
        }
        assertThat(said.toString(UTF_8)).isEmpty();
        assertThat(asked).isZero();
    }

    private HttpsServer secured(KeyPair pair, X509Certificate certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("node", pair.getPrivate(), new char[0], new Certificate[] {certificate});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private static X509Certificate ofAnotherName(KeyPair pair) throws Exception {
        var name = new X500Name("CN=another.example");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.EPOCH),
                Date.from(Instant.parse("2099-01-01T00:00:00Z")),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "another.example")));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath().replace("/api/v1/evidence", "");
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET " -> answer(exchange, asked++ == 0 ? AWAY : 200, items());
            case "POST " -> {
                begun.add("7");
                answer(exchange, AWAY, "");
            }
            case "HEAD /7" -> offset(exchange, 0);
            case "PATCH /7" -> offset(exchange, body.length);
            case "POST /7/sealing" -> answer(exchange, 200, "{}");
            default -> answer(exchange, 404, "");
        }
    }

    private String items() {
        var item =
                "{\"id\":\"7\",\"state\":\"adding\",\"stored\":0,\"sha256\":null,\"part\":null,\"request\":null,\"folder\":\"%s\",\"name\":\"image.dd\",\"size\":5}"
                        .formatted("");
        return "{\"items\":[%s],\"cursor\":null}".formatted(begun.isEmpty() ? "" : item);
    }

    private static void offset(HttpExchange exchange, long at) throws IOException {
        exchange.getResponseHeaders().add("Upload-Offset", Long.toString(at));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
