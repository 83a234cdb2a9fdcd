package org.comity.ui.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.comity.TemporaryFolders;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** By a bare socket: no client of HTTP asks for what no server can read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadAddressesTest {

    private WebServer server;

    @BeforeAll
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setBaseDirectory(TemporaryFolders.folder("tomcat").toFile());
        new ContainerErrors(WordsForTests.load()).customize(factory);
        server = factory.getWebServer();
        server.start();
    }

    @AfterAll
    void stop() {
        server.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/evidence/%00", "/evidence/%zz", "/a%2"})
    void an_address_that_nobody_can_read_is_answered_in_our_words(String path) throws Exception {
        assertThat(asked(path, "en"))
                .startsWith("HTTP/1.1 400")
                .contains(
                        "We could not read this", "Go back, check what you wrote", "/assets/comity.css", "lang=\"ar\"")
                .doesNotContain("HTTP Status", "Tomcat", "<style");
        assertThat(asked(path, "ar")).contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    /** Of a line that is none, nothing else is read: no language, either. */
    @Test
    void a_line_that_is_no_request_is_answered_in_every_language() throws Exception {
        assertThat(asked("/a\\b", "ar"))
                .startsWith("HTTP/1.1 400")
                .contains("<html lang=\"en\" dir=\"ltr\">", "lang=\"ar\"")
                .doesNotContain("HTTP Status");
    }

    @Test
    void a_program_is_answered_as_by_every_other_refusal() throws Exception {
        assertThat(asked("/api/v1/%00", "en"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"request\"");
    }

    private String asked(String path, String language) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.getPort())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Language: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, language)
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
