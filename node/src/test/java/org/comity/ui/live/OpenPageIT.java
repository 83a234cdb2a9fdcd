package org.comity.ui.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that stays open goes on telling the truth: how old a thing is, that nothing is heard, and what the red bar says. */
@ExtendWith(Chromium.class)
class OpenPageIT {

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");

    private static final String DRAWN = """
            <!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/comity.css"></head>
            <body data-now="2027-03-01T12:00:00Z" data-live="on" data-title="Desk" data-keeps="maren"
             data-lengths='{"minutes":{"one":"# min","other":"# min"},"hours":{"other":"# h"},"both":{"other":"{hours} # min"},"days":{"other":"# days"}}'>
            <header class="top"><a class="brand">Comity</a>%s</header>
            <main><p class="note notlive" data-not-live hidden></p>
            <p data-alarm-choice="off" hidden><button data-alarm-on>Allow sound and notice</button></p><time data-since="2027-03-01T11:01:00Z">59 min</time>
            <time data-since="2027-02-27T12:00:30Z">47 h 59 min</time></main>
            <p data-live-state data-live-on="Live" data-live-off="Not live since {time}."></p>
            <script type="module" src="/live.js"></script><script type="module" src="/alarm.js"></script></body></html>
            """;

    private static final String BAR = """
            <div class="siren" id="siren" data-n="1" data-reference="XB-1" data-title="(1)" data-notice="Life at risk">
            <a class="what" href="/x">Belmora · <time data-since="2027-03-01T11:58:00Z">2 min</time>%s</a>
            <button id="acknowledge">Acknowledge</button>
            <button data-alarm-silence hidden>Silence for me</button><button data-alarm-allow hidden>Allow sound here</button></div>
            """;

    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String alarm = "";
    private BrowserContext context;

    @BeforeEach
    void opened() {
        context = Chromium.context(new Browser.NewContextOptions().setViewportSize(600, 800));
        context.route("**/*", Route::abort);
        context.route("http://localhost/", it -> says(it, "text/html", DRAWN.formatted(alarm)));
        context.route("**/alarm", it -> {
            asked.incrementAndGet();
            says(it, "text/html", alarm);
        });
        // It hangs: neither an answer nor an end.
        context.route("**/events", _ -> streams.incrementAndGet());
        for (var file : new String[] {"live.js", "alarm.js", "comity.css"}) {
            context.route(
                    "**/" + file,
                    it -> it.fulfill(new Route.FulfillOptions()
                            .setContentType(file.endsWith("js") ? "text/javascript" : "text/css")
                            .setPath(ASSETS.resolve(file))));
        }
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void a_stream_that_hangs_is_opened_again_and_the_alarm_is_asked_for_meanwhile() {
        var page = paused();
        assertThat(page.locator("[data-not-live]")).isHidden();

        alarm = BAR.formatted("");
        goesOn(page, 50);
        assertThat(page.locator("[data-not-live]")).isVisible();
        assertThat(page.locator("[data-not-live]")).hasText("Not live since \u206612:00 UTC\u2069.");
        assertThat(page.locator("#siren")).isVisible();
        awaitAtLeast(page, streams, 2);
        awaitAtLeast(page, asked, 1);

        goesOn(page, 65);
        awaitAtLeast(page, streams, 3);
        awaitAtLeast(page, asked, 2);
    }

    @Test
    void an_age_goes_on_beyond_the_hour_and_beyond_two_days() {
        var page = paused();

        goesOn(page, 70);
        assertThat(page.locator("main time").first()).hasText("1 h");
        assertThat(page.locator("main time").last()).hasText("2 days");
        goesOn(page, 120);
        assertThat(page.locator("main time").first()).hasText("1 h 2 min");
    }

    @Test
    void what_the_bar_says_arrives_on_an_open_page_and_its_button_keeps_the_focus() {
        alarm = BAR.formatted("");
        var page = paused();
        page.locator("#acknowledge").focus();
        alarm = BAR.formatted(" · Second officer mailed 07:52 UTC, not answered");

        page.evaluate(
                "() => dispatchEvent(new CustomEvent('comity-live', { detail: { kind: 'changed', data: { topic: 'alarm', id: 't' } } }))");

        assertThat(page.locator(".what")).containsText("Second officer mailed");
        assertThat(page.locator("#acknowledge")).isFocused();
    }

    /** Before any life is at risk: the first alarm on a browser that nobody prepared would make no sound. */
    @Test
    void a_screen_says_that_it_is_silent_until_sound_is_allowed_on_it() {
        var page = context.newPage();
        page.navigate("http://localhost/");
        assertThat(page.locator("[data-alarm-choice=off]")).isVisible();

        page.locator("[data-alarm-on]").click();
        assertThat(page.locator("[data-alarm-choice=off]")).isHidden();
        page.reload();
        assertThat(page.locator("body")).hasAttribute("data-alarm", "none");
        assertThat(page.locator("[data-alarm-choice=off]")).isHidden();
    }

    @Test
    void one_tab_sounds_for_all_and_one_press_silences_all() {
        alarm = BAR.formatted("");
        var first = context.newPage();
        first.navigate("http://localhost/");
        first.locator("[data-alarm-allow]").click();
        assertThat(first.locator("body")).hasAttribute("data-alarm", "sounding");
        var second = context.newPage();
        second.navigate("http://localhost/");
        second.locator("main").click();
        assertThat(second.locator("body")).hasAttribute("data-alarm", "elsewhere");

        second.locator("[data-alarm-silence]").click();
        assertThat(second.locator("body")).hasAttribute("data-alarm", "silenced");
        assertThat(first.locator("body")).hasAttribute("data-alarm", "silenced");
    }

    @Test
    void a_tab_that_can_no_longer_play_leaves_the_turn_to_another() {
        alarm = BAR.formatted("");
        context.addInitScript("""
                window.AudioContext = class extends AudioContext {
                  get state() { return window.mute ? 'suspended' : super.state; }
                };
                """);
        var first = context.newPage();
        first.navigate("http://localhost/");
        first.locator("[data-alarm-allow]").click();
        assertThat(first.locator("body")).hasAttribute("data-alarm", "sounding");
        var second = context.newPage();
        second.navigate("http://localhost/");
        second.locator("main").click();
        assertThat(second.locator("body")).hasAttribute("data-alarm", "elsewhere");

        first.evaluate(
                "() => { window.mute = true; dispatchEvent(new StorageEvent('storage', { key: 'comity-alarm' })); }");

        assertThat(first.locator("body")).hasAttribute("data-alarm", "not-allowed");
        assertThat(second.locator("body")).hasAttribute("data-alarm", "sounding");
    }

    /** Of a finger the browser counts only that it came up: while it is down, nothing may play yet. */
    @Test
    void a_finger_that_comes_up_lets_the_page_play() {
        alarm = BAR.formatted("");
        context.addInitScript("""
                localStorage.setItem('comity-alarm', 'on');
                window.AudioContext = class extends AudioContext {
                  get state() { return window.active ? super.state : 'suspended'; }
                  resume() { return window.active ? super.resume().then(() => this.onstatechange?.()) : Promise.resolve(); }
                };
                """);
        var page = context.newPage();
        page.navigate("http://localhost/");
        assertThat(page.locator("body")).hasAttribute("data-alarm", "not-allowed");

        page.evaluate("""
                () => {
                  const touch = (kind) => document.body.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: 'touch' }));
                  touch('pointerdown');
                  window.active = true;
                  touch('pointerup');
                }
                """);

        assertThat(page.locator("body")).hasAttribute("data-alarm", "sounding");
    }

    @Test
    void what_the_browser_does_not_play_is_not_said_to_sound() {
        alarm = BAR.formatted("");
        context.addInitScript("""
                localStorage.setItem('comity-alarm', 'on');
                window.AudioContext = class { state = 'suspended'; resume() {} };
                """);
        var page = context.newPage();
        page.navigate("http://localhost/");

        assertThat(page.locator("body")).hasAttribute("data-alarm", "not-allowed");
        assertThat(page.locator("[data-alarm-allow]")).isVisible();
    }

    /** A page whose clock stands still, once it listens: a stream that opens later counts as young and is not opened again. */
    private Page paused() {
        var page = context.newPage();
        page.clock().install();
        page.navigate("http://localhost/");
        awaitAtLeast(page, streams, 1);
        page.clock().pauseAt(System.currentTimeMillis() + 20_000);
        return page;
    }

    private static void goesOn(Page page, int seconds) {
        page.clock().runFor(seconds * 1000L);
    }

    private static void awaitAtLeast(Page page, AtomicInteger times, int most) {
        await().pollInSameThread().until(() -> {
            page.locator("body").count();
            return times.get() >= most;
        });
        assertThat(times.get()).isGreaterThanOrEqualTo(most);
    }

    private static void says(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType(type).setBody(body));
    }
}
