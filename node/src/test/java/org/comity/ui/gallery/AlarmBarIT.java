package org.comity.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.comity.Chromium;
import org.comity.ui.Alarm;
import org.comity.ui.HarmlessOutput;
import org.comity.ui.PagesForTests;
import org.comity.ui.SafeHtml;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bar of an emergency says whom it is about in two or three lines that can be read at a glance, also on a laptop. */
@ExtendWith(Chromium.class)
class AlarmBarIT {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Path ASSETS = Path.of("src/main/resources/static/assets");

    private static final int ROOM = 300;
    private static final int HIGHEST = 90;

    @ParameterizedTest
    @ValueSource(ints = {1440, 1280, 1024, 960})
    void what_is_told_has_room_beside_all_buttons(int width) {
        try (var context = Chromium.context(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            var page = context.newPage();
            page.route("**/*", Route::abort);
            page.route(
                    "http://localhost/",
                    it -> it.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(drawn())));
            page.route(
                    "**/*.css",
                    it -> it.fulfill(new Route.FulfillOptions()
                            .setContentType("text/css")
                            .setPath(ASSETS.resolve(Path.of(it.request().url()).getFileName()))));
            page.navigate("http://localhost/");
            page.evaluate("() => document.querySelectorAll('.siren [hidden]').forEach(it => { it.hidden = false; })");

            assertThat(size(page, ".siren .what", "width")).isGreaterThan(ROOM);
            assertThat(size(page, ".top", "height")).isLessThan(HIGHEST);
            assertThat((Boolean) page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
        }
    }

    private static int size(Page page, String selector, String side) {
        return ((Number) page.evaluate(
                        "([it, side]) => Math.round(document.querySelector(it).getBoundingClientRect()[side])",
                        java.util.List.of(selector, side)))
                .intValue();
    }

    private static String drawn() {
        var maren = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
        var alarm = new Alarm(
                2,
                "XB-2027-000417",
                "XB-2027-000417",
                "Belmora",
                "Emergency: pupils of a school in Ostera are threatened",
                NOON.minus(Duration.ofMinutes(4)),
                "/requests/XB-2027-000417/acknowledge",
                null);
        var out = new StringOutput();
        var params = new HashMap<String, Object>(Map.of(
                "page", PagesForTests.alarmed(NOON, maren, alarm), "title", "Desk", "content", SafeHtml.text("")));
        TemplateEngine.createPrecompiled(ContentType.Html).render("ui/layout.jte", params, new HarmlessOutput(out));
        return out.toString();
    }
}
