package org.comity.ui.errors;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.Chromium;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser does with the answers that it had while the database was away. */
@ExtendWith(Chromium.class)
class AfterOutageIT {

    private static final String PAGE = """
            <!doctype html><html lang="en"><title>a page</title>
            <body data-live="on" data-now="2026-11-27T09:00:00Z" data-lengths="{}">
            <div class="newbar" data-topic="requests" data-words="{}" data-missed="Reload the page" hidden><span></span></div>
            <span data-live-state data-live-on="Live" data-live-off="Not live"></span>
            <form method="post" action="/keep"><input name="words"><button>Keep</button></form>
            <script type="module" src="/assets/live.js"></script>
            """;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger streams = new AtomicInteger();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private volatile boolean answers = true;
    private HttpServer server;
    private BrowserContext context;

    @BeforeEach
    void starts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", it -> says(it, "text/html", PAGE.getBytes(UTF_8)));
        server.createContext(
                "/assets/live.js",
                it -> says(
                        it,
                        "text/javascript",
                        Files.readAllBytes(Path.of("src/main/resources/static/assets/live.js"))));
        server.createContext("/events", this::events);
        server.createContext("/keep", this::keep);
        server.start();
        context = Chromium.context();
    }

    @AfterEach
    void ends() {
        context.close();
        end.countDown();
        server.stop(0);
    }

    @Test
    void
            an_open_page_listens_again_after_its_stream_was_refused_ever_later_and_says_that_it_may_have_missed_something() {
        var page = context.newPage();
        page.clock().install();
        page.clock().pauseAt(System.currentTimeMillis() + 20_000);
        page.navigate(at());
        var waited = new AtomicInteger();

        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> {
            page.clock().runFor(1000);
            waited.addAndGet(1);
            return streams.get() == 4;
        });

        assertThat(waited.get()).as("seconds of 10, 20 and 40").isGreaterThanOrEqualTo(60);
        assertThat(page.locator("[data-live-state]")).hasText("Live");
        assertThat(page.locator(".newbar")).hasText("Reload the page");
    }

    @Test
    void what_was_typed_is_sent_again_when_the_page_of_the_outage_is_loaded_again() {
        var page = context.newPage();
        page.navigate(at());
        page.locator("[name=words]").fill("of an hour");
        answers = false;
        page.locator("button").click();
        assertThat(page.locator("h1")).hasText("The database does not answer");
        assertThat(page.locator("main")).containsText("your browser still has it");

        answers = true;
        page.reload();

        assertThat(kept).containsExactly("words=of+an+hour");
    }

    private String at() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Refused three times, then it stays. */
    private void events(HttpExchange exchange) throws IOException {
        if (streams.incrementAndGet() < 4) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("event: clock\ndata: {\"now\":\"2026-11-27T09:00:00Z\"}\n\n".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void keep(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var response = new MockHttpServletResponse();
        try {
            new PromptPages(() -> answers, WordsForTests.load(), () -> {}, System::nanoTime, PromptPages.PATIENCE)
                    .doFilter(
                            new MockHttpServletRequest(exchange.getRequestMethod(), "/keep"),
                            response,
                            new MockFilterChain());
        } catch (jakarta.servlet.ServletException e) {
            throw new IOException(e);
        }
        if (response.getStatus() == 200) {
            kept.add(body);
            says(exchange, "text/html", PAGE.getBytes(UTF_8));
            return;
        }
        for (var name : response.getHeaderNames())
            exchange.getResponseHeaders().set(name, String.valueOf(response.getHeader(name)));
        exchange.sendResponseHeaders(response.getStatus(), 0);
        exchange.getResponseBody().write(response.getContentAsByteArray());
        exchange.close();
    }

    private static void says(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
