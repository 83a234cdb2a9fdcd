package org.comity.ui.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import org.comity.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page says of a change what whoever reads it does not know yet. */
@ExtendWith(Chromium.class)
class NewsOnPageIT {

    private static final String DRAWN = """
            <!DOCTYPE html><html lang="en"><body data-now="2027-03-01T12:00:00Z" data-live="on">
            <div class="newbar" data-topic="requests" data-id="XA-1" data-ours="Our act stands there"
             data-words='{"one":"changed","other":"changed # times"}' data-missed="Reload" hidden><span></span></div>
            <script type="module" src="/live.js"></script></body></html>
            """;

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void opened() {
        context = Chromium.context();
        page = context.newPage();
        page.route("**/*", Route::abort);
        page.route(
                "http://localhost/",
                it -> it.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(DRAWN)));
        page.route(
                "**/live.js",
                it -> it.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setPath(Path.of("src/main/resources/static/assets/live.js"))));
        page.navigate("http://localhost/");
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void what_was_so_before_it_was_drawn_is_no_news() {
        hears("2027-03-01T11:59:59Z", false);
        assertThat(bar()).isHidden();

        hears("2027-03-01T12:00:01Z", false);
        assertThat(bar()).hasText("changed");
    }

    @Test
    void that_our_act_was_entered_is_said_so_until_something_else_happens() {
        hears("2027-03-01T12:00:01Z", true);
        assertThat(bar()).hasText("Our act stands there");

        hears("2027-03-01T12:00:02Z", false);
        assertThat(bar()).hasText("changed");
    }

    private Locator bar() {
        return page.locator(".newbar");
    }

    /** As the tab that listens passes it on to the others. */
    private void hears(String at, boolean ours) {
        page.evaluate("""
                ([at, ours]) => new Promise((heard) => {
                    addEventListener('comity-live', () => heard(), { once: true });
                    new BroadcastChannel('comity-live')
                        .postMessage({ kind: 'changed', data: { topic: 'requests', id: 'XA-1', at, ours } });
                })""", List.of(at, ours));
    }
}
