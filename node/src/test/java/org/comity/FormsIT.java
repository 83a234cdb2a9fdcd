package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser does with forms by itself: Enter presses a button, and leaving a page leaves its words. */
class FormsIT extends PagesOfOneNode {

    private static final String WORDS = "Dorvane calls back at 03:00.\nRing Ferro.";

    private static final String KEPT = "main form p.note[role=status]";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void enter_in_a_field_of_a_draft_goes_on_and_opens_no_other_step(boolean script) {
        var draft = "/drafts/"
                + drafts.start(
                                "preservation/1",
                                "request",
                                Role.REQUESTING,
                                "XB-1",
                                null,
                                Map.of("emergency", false),
                                official("maren"))
                        .id();
        try (var context =
                Chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script))) {
            var page = seated(context);
            page.navigate(at(draft + "/offence"));
            page.waitForNavigation(
                    () -> page.locator("main [name=offence]").first().press("Enter"));
            assertThat(page.url()).endsWith(draft + "/data");
            page.navigate(at(draft + "/follow-up"));
            page.locator("main [name=daysAsked]").fill("9O");
            page.waitForNavigation(() -> page.locator("main [name=daysAsked]").press("Enter"));
            assertThat(page.url()).contains(draft + "/follow-up?check=true");
            assertThat(page.locator("section.problems").count()).isOne();

            page.navigate(at("/requests/new/preservation"));
            page.waitForNavigation(
                    () -> page.locator("main [name=ourCase]").first().press("Enter"));
            assertThat(page.locator("section.problems").count()).isOne();
        }
    }

    @Test
    void what_was_typed_is_there_again_when_one_comes_back_and_gone_once_the_node_has_it() {
        try (var context = Chromium.browser().newContext()) {
            var page = seated(context);
            page.navigate(at("/desk/handover"));
            page.locator("#f-words").fill(WORDS);
            page.locator("nav.rail a[href='/desk'], .crumb a[href='/desk']")
                    .first()
                    .click();
            page.waitForURL(url -> url.endsWith("/desk"));
            page.navigate(at("/desk/handover"));
            page.locator(KEPT).waitFor();
            assertThat(page.locator("#f-words").inputValue()).isEqualTo(WORDS);

            page.waitForNavigation(() -> page.locator("form[action='/desk/handover'] button[type=submit]")
                    .click());
            assertThat(page.url()).matches(".*/desk/handover/[0-9]+");
            page.navigate(at("/desk/handover"));
            page.waitForLoadState();
            assertThat(page.locator("#f-words").inputValue()).isEmpty();
            assertThat(page.locator(KEPT).count()).isZero();
        }
    }

    @Test
    void what_was_typed_survives_a_session_that_ended() {
        try (var context = Chromium.browser().newContext()) {
            var page = seated(context);
            page.navigate(at("/emergency"));
            page.locator("#f-risk").fill(WORDS);
            context.clearCookies();
            page.waitForNavigation(
                    () -> page.locator("#told button[value=sign]").click());
            page.waitForLoadState();
            assertThat(page.locator("#told").count()).isZero();
            page.navigate(at("/practice/sit/duty-officer?lang=en"));
            page.navigate(at("/emergency"));
            page.locator(KEPT).waitFor();
            assertThat(page.locator("#f-risk").inputValue()).isEqualTo(WORDS);
        }
    }

    @Test
    void what_has_no_place_to_break_stays_on_a_narrow_screen() {
        var draft = drafts.start(
                "preservation/1",
                "request",
                Role.REQUESTING,
                "XB-1",
                null,
                Map.of(
                        "instrument",
                        "uncc",
                        "emergency",
                        false,
                        "ourCase",
                        "9".repeat(120),
                        "offence",
                        "x".repeat(120)),
                official("maren"));
        try (var context = Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(320, 900))) {
            var page = seated(context);
            for (var path : List.of(
                    "/drafts/" + draft.id() + "/offence",
                    "/drafts/" + draft.id() + "/preview",
                    "/search?q=" + "0a".repeat(32),
                    "/search?q=" + "a".repeat(52) + "@mail.example",
                    "/requests?q=" + "0a".repeat(32),
                    "/directory/XB-1")) {
                page.navigate(at(path));
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(320);
            }
        }
    }

    private Page seated(BrowserContext context) {
        var page = context.newPage();
        page.navigate(at("/practice/sit/duty-officer?lang=en"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
