package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.Correspondence;
import org.comity.casework.Emergencies;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Requests;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** Each key that is listed is pressed, and does what the list says; none of them signs or sends. */
class KeysIT extends PagesOfOneNode {

    @Autowired
    private LivePages live;

    @Autowired
    private Clock clock;

    @Autowired
    private Emergencies emergencies;

    @Autowired
    private Correspondence byLetter;

    @Autowired
    private JdbcClient db;

    /** One that asks us by letter, and one that we sent to a State with a node. */
    private String asksUs;

    private String weAsk;

    private Page page;
    private final List<String> posted = new ArrayList<>();

    @BeforeAll
    void two_requests() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var csv =
                "state,direction,channel,day,number,their_case,summary,status,status_day,until\nXD,asked-by-them,mail,%s,K-1,MJ/keys,keys of a house,asked,,\n"
                        .formatted(today);
        redirected(
                "duty-officer",
                post(redirected(
                        "duty-officer",
                        multipart("/paper/import")
                                .file(new MockMultipartFile("file", csv.getBytes(StandardCharsets.UTF_8))))));
        var filter = new Requests.Filter(null, null, List.of(), null, null, null, "keys of a house", clock.instant());
        asksUs = requests.list(filter, null, 1).rows().getFirst().reference();
        weAsk = sent("XB-1", emergency(), "maren").reference();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_key_that_is_listed_does_what_it_says_and_none_signs(String language) {
        silence();
        posted.clear();
        var keys = keys(language);
        try (var context = Chromium.context(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale(language))) {
            page = sit(context, language);
            page.navigate(at("/choices"));
            var listed = page.locator("[data-listed]").all().stream()
                    .map(it -> it.getAttribute("data-listed"))
                    .toList();
            assertThat(keys.keySet()).containsExactlyInAnyOrderElementsOf(listed);
            for (var key : listed) {
                try {
                    keys.get(key).run();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("key " + key + " in " + language + " on " + page.url(), e);
                }
            }
            assertThat(posted).as("no key posts but the one that locks").containsExactly(at("/lock"));
        }
    }

    /** The bar speaks of another request than the page on which it stands. */
    @Test
    void on_the_page_of_a_request_a_key_means_that_request_whatever_sounds() {
        silence();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var other = byLetter.recordRequest(
                "preservation/1",
                "XD-1",
                ordinary(),
                new Correspondence.Arrived(Channel.MAIL, today, "", "", null),
                official("maren"));
        atRisk(other, true, "XB-1");
        try (var context = Chromium.context()) {
            page = sit(context, "en");
            presses("/requests/" + weAsk, "a");
            assertThat(page.locator(".siren [data-key=A]").count()).isOne();
            assertThat(page.locator(".siren kbd").isVisible()).isFalse();
            assertThat(page.locator(".siren :focus").count()).isZero();
            leads("/requests/" + asksUs, "a", "/requests/" + asksUs + "/acknowledge");
            focuses("/choices", "a", ".siren [data-key=A]");
        } finally {
            atRisk(other, false, "XD-1");
        }
    }

    /** The field gives its place to the bar, which has a link to the page of the search. */
    @Test
    void while_life_is_at_risk_the_stroke_leads_to_the_page_of_the_search() {
        silence();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var arrived = new Correspondence.Arrived(Channel.MAIL, today, "", "", null);
        var other = byLetter.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren"));
        atRisk(other, true, "XB-1");
        try (var context = Chromium.context()) {
            page = sit(context, "en");
            page.navigate(at("/desk"));
            assertThat(page.locator("#q").isVisible()).isFalse();
            leads("/desk", "/", "/search");
        } finally {
            atRisk(other, false, "XD-1");
        }
    }

    /** Its State has a node then: the bar has a button only where pressing it suffices. */
    private void atRisk(String reference, boolean emergency, String counterpart) {
        db.sql("update cooperation.request set emergency = ?, counterpart = ? where reference = ?")
                .params(emergency, counterpart, reference)
                .update();
    }

    /** A key is the same key in each language. */
    static Stream<String> languages() {
        return Boolean.getBoolean("comity.full") ? Stream.of("en", "ar") : Stream.of("ar");
    }

    /** While one sounds, the bar stands in the place of the search; other stories of this node leave some. */
    private void silence() {
        var maren = official("maren");
        for (var row : emergencies.newestUnacknowledged()) {
            var draft = drafts.start(
                    row.procedure(), "acknowledge", Role.REQUESTED, row.counterpart(), row.thread(), Map.of(), maren);
            var submitted = drafts.submit(draft.id(), draft.version(), maren);
            drafts.approve(submitted.id(), new Proof.Practice(), null, maren);
        }
    }

    private Map<String, Runnable> keys(String language) {
        var keys = new LinkedHashMap<String, Runnable>();
        keys.put("Ctrl K", this::palette);
        keys.put("/", () -> focuses("/desk", "/", "#q"));
        keys.put("J", () -> {
            focuses("/desk?view=ALL_OPEN", "j", "[data-row].sel a");
            assertThat(selected()).isZero();
        });
        keys.put("K", () -> {
            presses("/desk?view=ALL_OPEN", "j", "j", "k");
            assertThat(selected()).isZero();
        });
        keys.put("Enter", () -> {
            presses("/desk?view=WAITING", "j", "Enter");
            page.waitForURL(url -> url.contains("/requests/"));
        });
        keys.put("X", () -> {
            presses("/requests?q=" + asksUs, "j", "x");
            assertThat(page.locator("[data-row].sel .tick input:checked").count())
                    .isOne();
            page.keyboard().press("x");
            assertThat(page.locator(".tick input:checked").count()).isZero();
        });
        keys.put(".", this::news);
        keys.put("N", () -> leads("/desk", "n", "/requests/new"));
        keys.put("R", () -> leads("/desk", "r", "/paper/new"));
        keys.put("H", () -> leads("/desk", "h", "/desk/handover"));
        keys.put("A", () -> leads("/requests/" + asksUs, "a", "/requests/" + asksUs + "/acknowledge"));
        keys.put("P", () -> leads("/requests/" + asksUs, "p", "/requests/" + asksUs + "/report-preserved"));
        keys.put("F", () -> leads("/requests/" + asksUs, "f", "/requests/" + asksUs + "/ask"));
        keys.put("O", () -> focuses("/requests/" + asksUs, "o", "button[name=owner]"));
        keys.put("M", () -> focuses("/requests/" + weAsk, "m", "#messages textarea"));
        keys.put("V", () -> leads("/requests/" + weAsk, "v", "/requests/" + weAsk + "/record"));
        keys.put("1", () -> focuses("/emergency?to=XB-1", "1", "[name=spoke]"));
        keys.put("2", () -> focuses("/emergency?to=XB-1", "2", "[value^=no-answer]"));
        keys.put("G D", () -> {
            presses("/choices", "g", "d");
            page.waitForURL(url -> url.contains("/desk"));
        });
        keys.put("G R", () -> {
            presses("/choices", "g", "r");
            page.waitForURL(url -> url.contains("/requests"));
        });
        keys.put("?", () -> leads("/desk", "?", "/choices"));
        keys.put("Ctrl L", () -> locks(language));
        return keys;
    }

    /** From a field as from anywhere; what is found is drawn by the server, and arrows choose. */
    private void palette() {
        page.navigate(at("/desk"));
        page.locator("#q").focus();
        page.keyboard().press("Control+k");
        focused("#palette input");
        page.keyboard().type(asksUs);
        // Of the answer to all of it: one to its beginning has the request, too, and is drawn anew.
        page.locator("#palette a[href='/search?q=" + asksUs + "']").first().waitFor();
        page.locator("#palette a[href='/requests/" + asksUs + "']").first().waitFor();
        page.keyboard().press("ArrowDown");
        focused("#palette a[href='/requests/" + asksUs + "']");
        assertThat(Axe.violationsButColours(page)).isEmpty();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/requests/" + asksUs));
        page.navigate(at("/desk"));
        page.keyboard().press("Control+k");
        page.keyboard().type(asksUs);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/requests/" + asksUs));
        page.keyboard().press("Control+k");
        page.keyboard().type("nobodywrotethis");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/search?q=nobodywrotethis"));
        page.keyboard().press("Control+k");
        page.keyboard().type("typed");
        page.keyboard().press("Escape");
        assertThat(page.locator("#palette[open]").count()).isZero();
    }

    /** From a field as from anywhere; the words that stand in it are there again. */
    private void locks(String language) {
        presses("/requests/" + weAsk, "m");
        page.keyboard().type("half a sentence");
        page.keyboard().press("Control+l");
        page.waitForURL(url -> url.contains("/sign-in?locked&to=%2Frequests%2F" + weAsk));
        page.navigate(at("/requests/" + weAsk));
        assertThat(page.url()).contains("/sign-in");
        page.navigate(at("/practice/sit/duty-officer?lang=" + language));
        page.navigate(at("/requests/" + weAsk));
        assertThat(page.locator("#messages textarea").inputValue()).isEqualTo("half a sentence");
    }

    private void news() {
        page.navigate(at("/desk"));
        page.evaluate("() => { window.old = true; }");
        page.locator("[data-live-state].on").waitFor();
        live.changed("requests", asksUs);
        page.locator(".newbar:not([hidden])").waitFor();
        page.keyboard().press(".");
        page.waitForFunction("() => !window.old");
    }

    private void leads(String from, String key, String to) {
        presses(from, key);
        page.waitForURL(url -> url.contains(to));
    }

    private void focuses(String on, String key, String selector) {
        presses(on, key);
        focused(selector);
    }

    private void presses(String on, String... keys) {
        page.navigate(at(on));
        for (var key : keys) page.keyboard().press(key);
    }

    private void focused(String selector) {
        page.waitForFunction("selector => document.activeElement.matches(selector)", selector);
    }

    private int selected() {
        return (Integer) page.evaluate(
                "() => [...document.querySelectorAll('[data-row]')].indexOf(document.querySelector('[data-row].sel'))");
    }

    private Page sit(BrowserContext context, String language) {
        var seated = context.newPage();
        seated.navigate(at("/practice/sit/duty-officer?lang=" + language));
        seated.onRequest(request -> {
            if (!request.method().equals("GET")) posted.add(request.url());
        });
        return seated;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
