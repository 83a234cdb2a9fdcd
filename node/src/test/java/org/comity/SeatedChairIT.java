package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a story rests on: that no script runs where none is to, and that a page which is wrong is found to be. */
@ExtendWith(Chromium.class)
class SeatedChairIT {

    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"true, Written by script.", "false, Written without."})
    void a_script_runs_or_does_not_before_axe_and_after(boolean script, String says) throws Exception {
        var base = serves(
                "en",
                "ltr",
                "<p>Written without.</p><script>document.querySelector('p').textContent = 'Written by script.'</script>");
        try (var chair = SeatedChair.sit(Chromium.browser(), base, "officer", "en", 400, script)) {
            assertThat(chair.text()).contains(says);
            chair.open("/again-" + script);
            assertThat(chair.text()).contains(says);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, ltr, true", "en, ltr, false", "ar, rtl, true", "ar, rtl, false"})
    void a_page_that_is_wider_than_the_screen_is_found(String language, String direction, boolean script)
            throws Exception {
        var base = serves(language, direction, "<p style='width: 500px'>wide</p>");
        // A width of its own: each page is looked at once for each.
        int width = script ? 401 : 402;
        assertThatThrownBy(() -> SeatedChair.sit(Chromium.browser(), base, "officer", language, width, script))
                .hasMessageContaining("sideways");
    }

    @Test
    void what_axe_finds_is_found_without_script() throws Exception {
        var base = serves("ar", "rtl", "<p><img src='data:,'></p>");
        assertThatThrownBy(() -> SeatedChair.sit(Chromium.browser(), base, "officer", "ar", 403, false))
                .hasMessageContaining("image-alt");
    }

    /** The second time the bar is skipped; and in a browser that paints nothing a control shows no less where the focus is. */
    @ParameterizedTest
    @CsvSource({"410, true", "411, false"})
    void what_the_keyboard_does_not_reach_is_found_behind_a_bar_that_was_gone_through(int width, boolean script)
            throws Exception {
        var base = serves("en", "ltr", "<button>Two</button>");
        try (var chair = SeatedChair.sit(Chromium.unpainted(), base, "officer", "en", width, script)) {
            chair.tabsThrough();
            server.removeContext("/");
            answers("en", "ltr", "<button style='outline: none'>Two</button>");
            chair.open("/unseen-" + width);
            assertThatThrownBy(chair::tabsThrough).hasMessageContaining("by keyboard");
        }
    }

    private String serves(String language, String direction, String content) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers(language, direction, content);
        server.createContext(Axe.SERVED, exchange -> {
            try (var body = exchange.getResponseBody();
                    var script = Axe.class.getResourceAsStream("/static" + Axe.SERVED)) {
                exchange.getResponseHeaders().add("Content-Type", "text/javascript");
                exchange.sendResponseHeaders(200, 0);
                script.transferTo(body);
            }
        });
        server.start();
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answers(String language, String direction, String content) {
        var page = """
                <!doctype html><html lang='%s' dir='%s'><head><title>Page</title></head><body>
                <a class='skip' href='#main'>Skip</a><nav><a href='/'>Home</a> <a href='/help'>Help</a></nav>
                <main id='main' tabindex='-1'><h1>Page</h1>%s</main></body></html>""".formatted(language, direction, content).getBytes(UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            try (var body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
    }
}
