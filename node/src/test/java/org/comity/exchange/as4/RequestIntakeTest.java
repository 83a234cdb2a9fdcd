package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.comity.exchange.PracticeWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("long")
class RequestIntakeTest {

    private static final String HEAD = "POST /as4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: multipart/related; boundary=\"b\"\r\n";
    private static Wire wire;

    @BeforeAll
    static void open() throws Exception {
        wire = new Wire();
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    @BeforeEach
    void forget() {
        wire.received.clear();
        wire.refusals.clear();
    }

    @Test
    void nothing_but_as4_is_there() throws Exception {
        assertThat(answer("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(answer("POST /desk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(answer("GET /as4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    /** A context of a test that is paused, and goes on, does so with its ports. */
    @Test
    void a_port_that_was_closed_opens_again_and_handles_what_comes() throws Exception {
        try (var again = new Wire()) {
            again.port.stop();
            again.port.start();

            try (var peer = new RawPeer(again.port.address())) {
                assertThat(multipart(peer, "<!DOCTYPE e><e/>", UTF_8)).contains("comity:xml-entities");
            }
        }
    }

    @Test
    void a_sender_that_says_nothing_more_is_not_waited_for() throws Exception {
        try (var impatient = new Wire(Clock.systemUTC(), Wire.IMPATIENT);
                var peer = new RawPeer(impatient.port.address())) {
            peer.say(HEAD + "Content-Length: 1000\r\n\r\n--b");

            assertThat(peer.answer()).startsWith("HTTP/1.1 408");
            assertThat(impatient.refusals).containsOnly("slow-sender");
        }
    }

    @Test
    void a_sender_that_drips_is_not_waited_for_beyond_the_time_for_a_body() throws Exception {
        try (var impatient = new Wire(Clock.systemUTC(), Wire.IMPATIENT);
                var peer = new RawPeer(impatient.port.address())) {
            peer.say(HEAD + "Content-Length: 1000\r\n\r\n");

            await().pollInterval(Duration.ofMillis(400)).until(() -> {
                try {
                    peer.say("x");
                } catch (IOException closed) {
                    return true;
                }
                return impatient.refusals.contains("slow-sender");
            });

            await().untilAsserted(() -> assertThat(impatient.refusals).containsOnly("slow-sender"));
        }
    }

    @Test
    void the_largest_body_is_read_and_one_byte_more_is_refused() throws Exception {
        int largest = (int) Wire.SETTINGS.largestBody().toBytes();
        // The body that was announced never comes, and the port waits for it as for any: hence this one.
        try (var impatient = new Wire(Clock.systemUTC(), Wire.IMPATIENT);
                var peer = new RawPeer(impatient.port.address())) {
            peer.say(HEAD + "Content-Length: " + (largest + 1) + "\r\n\r\n");
            assertThat(peer.answer()).contains("413").contains("comity:oversized");
            assertThat(impatient.refusals).containsExactly("oversized");
        }
        assertThat(chunked(largest + 1)).contains("413").contains("comity:oversized");
        assertThat(wire.refusals).containsExactly("oversized");

        assertThat(chunked(largest)).doesNotContain("comity:oversized");
    }

    @Test
    void the_largest_soap_part_is_read_and_a_larger_one_is_refused() throws Exception {
        int largest = (int) Wire.SETTINGS.largestEnvelope().toBytes();
        assertThat(multipart("x".repeat(largest), UTF_8)).contains("comity:oversized");
        assertThat(multipart("x".repeat(largest - 200), UTF_8)).doesNotContain("comity:oversized");
    }

    @Test
    void a_document_type_or_entity_is_refused_before_any_parser_in_every_spelling() throws Exception {
        String doctype = "<?xml version=\"1.0\"?><!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><e>&x;</e>";
        assertThat(multipart(doctype, UTF_8)).contains("400").contains("comity:xml-entities");
        assertThat(multipart(doctype, UTF_16LE)).contains("comity:xml-entities");
        assertThat(wire.refusals).containsExactly("xml-entities", "xml-entities");
        assertThat(wire.received).isEmpty();
    }

    @Test
    void the_boundary_is_the_one_that_the_parser_takes() throws Exception {
        var soap = "--yes\r\n\r\n<!DOCTYPE e><e/>\r\n--yes--\r\n";
        var body = "--no\r\n\r\n--no\r\n" + soap;
        assertThat(answer(
                        "POST /as4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/related;"
                                + " xboundary=\"no\"; boundary=\"yes\"\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body))
                .contains("comity:xml-entities");
    }

    @Test
    void what_stands_before_the_first_boundary_is_no_part() throws Exception {
        var vectors = Path.of("..", "docs", "protocol", "vectors", "as4");
        var message = new ByteArrayOutputStream();
        message.write("A message in many parts.\r\n\r\nOlder programs show this.\r\n".getBytes(UTF_8));
        message.write(Files.readAllBytes(vectors.resolve("request.mime")));
        var request = new MockHttpServletRequest("POST", "/as4");
        request.setContentType(Files.readString(vectors.resolve("request.type")).strip());
        request.setContent(message.toByteArray());
        request.setAttribute(
                "jakarta.servlet.request.X509Certificate",
                new X509Certificate[] {PracticeWorld.certificate("XA-1", "tls")});

        new RequestIntake(Wire.SETTINGS, new FairAdmission(Wire.SETTINGS), wire, Wire.NO_SHELVES)
                .doFilter(
                        (jakarta.servlet.ServletRequest) request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(request.getAttribute(ProfileRules.BROKEN)).isEqualTo("");
    }

    /** phase4 begins a new line before each mark but the first, and would read all of this one. */
    @Test
    void the_soap_part_ends_where_the_parser_ends_it() throws Exception {
        int largest = (int) Wire.SETTINGS.largestEnvelope().toBytes();
        assertThat(multipart("<?x --b?><e>" + "x".repeat(largest) + "</e>", UTF_8))
                .contains("413")
                .contains("comity:oversized");
        assertThat(multipart("\n--b<e>" + "x".repeat(largest) + "</e>", UTF_8)).contains("comity:oversized");
        var marks = "--b\r\n--b\r\n\r\n" + "x".repeat(largest) + "\r\n--b--\r\n";
        assertThat(answer(HEAD + "Content-Length: " + marks.length() + "\r\n\r\n" + marks))
                .contains("comity:oversized");
        assertThat(wire.refusals).containsExactly("oversized", "oversized", "oversized");
    }

    @Test
    void what_is_no_xml_never_reaches_the_parser() throws Exception {
        assertThat(multipart("<e>no end", UTF_8)).startsWith("HTTP/1.1 400").contains("comity:other-profile A10");
        assertThat(wire.refusals).containsExactly("other-profile");
        assertThat(wire.received).isEmpty();
    }

    /** A search for it went through the whole body as often as it has characters. */
    @Test
    void a_boundary_beyond_seventy_characters_is_refused() throws Exception {
        assertThat(ofBoundary("-".repeat(71))).contains("400").contains("comity:not-as4");
        assertThat(ofBoundary("b".repeat(70))).contains("comity:other-profile");
    }

    private static String ofBoundary(String boundary) throws Exception {
        var body = "--" + boundary + "\r\n\r\nsoap\r\n--" + boundary + "--\r\n";
        return answer(
                HEAD.replace("\"b\"", "\"" + boundary + "\"") + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void what_is_not_multipart_is_refused() throws Exception {
        assertThat(answer("POST /as4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/soap+xml\r\nContent-Length: 4\r\n\r\n<a/>"))
                .contains("comity:not-as4");
    }

    @Test
    void headers_beyond_their_limit_are_refused() throws Exception {
        assertThat(answer("POST /as4 HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(wire.received).isEmpty();
    }

    @Test
    void without_a_client_certificate_there_is_no_connection() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var peer = new RawPeer(wire.port.address(), null, "TLSv1.3")) {
                peer.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            }
        });
    }

    @Test
    void an_older_tls_is_refused() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var peer = new RawPeer(wire.port.address(), "XA-1", "TLSv1.2")) {
                peer.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            }
        });
    }

    private static String chunked(int size) throws Exception {
        try (var peer = new RawPeer(wire.port.address())) {
            peer.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            var start = "--b\r\n\r\nsoap\r\n--b\r\n\r\n";
            peer.say(Integer.toHexString(start.length()) + "\r\n" + start + "\r\n");
            int left = size - start.length();
            while (left > 0) {
                int now = Math.min(left, 50_000);
                try {
                    peer.say(Integer.toHexString(now) + "\r\n" + "x".repeat(now) + "\r\n");
                } catch (IOException refusedAlready) {
                    break;
                }
                left -= now;
            }
            if (left == 0) {
                peer.say("0\r\n\r\n");
            }
            return peer.answer();
        }
    }

    private static String multipart(String soap, Charset charset) throws Exception {
        try (var peer = new RawPeer(wire.port.address())) {
            return multipart(peer, soap, charset);
        }
    }

    private static String multipart(RawPeer peer, String soap, Charset charset) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write("--b\r\nContent-Type: application/soap+xml\r\n\r\n".getBytes(UTF_8));
        body.write(soap.getBytes(charset));
        body.write("\r\n--b\r\n\r\nattachment\r\n--b--\r\n".getBytes(UTF_8));
        peer.say(HEAD + "Content-Length: " + body.size() + "\r\n\r\n").say(body.toByteArray());
        return peer.answer();
    }

    private static String answer(String said) throws Exception {
        try (var peer = new RawPeer(wire.port.address())) {
            return peer.say(said).answer();
        }
    }
}
