package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An act that one officer signs alone, in a browser: the question, the field, the sheet and the signature are one page. */
class OnePageActIT extends PagesOfOneNode {

    private static final String WORDS = "Yes: section 214, up to five years.";

    private static final String SHEET = "#sheet article.sheet";

    private static final String SIGN = "#sheet button[name=method][value=practice]";

    @Test
    void with_script_the_sheet_is_drawn_while_one_types_and_one_press_signs_it() {
        var row = asked();
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/requests/" + row.address()));
            var pages = counted(page);
            page.navigate(at(path(row)));
            page.locator("#f-text").fill(WORDS);
            page.locator(SHEET).getByText(WORDS).waitFor();
            assertThat(Axe.violations(page)).isEmpty();
            page.waitForNavigation(() -> page.locator(SIGN).click());

            assertThat(page.url()).isEqualTo(at("/requests/" + row.address()));
            assertThat(pages.get()).as("the page, and the request after it").isEqualTo(2);
            assertThat(answer(row).status()).isEqualTo(Draft.Status.SENT);
        }
    }

    @Test
    void what_is_typed_after_the_sheet_was_drawn_is_shown_before_it_is_signed() {
        var row = asked();
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at(path(row)));
            page.locator("#f-text").fill(WORDS);
            page.locator(SHEET).getByText(WORDS).waitFor();
            // In one turn of the page: what has saved itself meanwhile needs not be shown once more.
            page.locator(SIGN).evaluate("""
                    sign => {
                      const text = document.getElementById('f-text');
                      text.value = 'No: not punishable.';
                      text.dispatchEvent(new Event('input', { bubbles: true }));
                      sign.click();
                    }
                    """);
            page.locator("[data-unsigned]").waitFor();
            page.locator(SHEET).getByText("No: not punishable.").waitFor();
            assertThat(page.url()).contains(path(row) + "?draft=");
            assertThat(answer(row).status()).isEqualTo(Draft.Status.WRITING);

            page.waitForNavigation(() -> page.locator(SIGN).click());
            assertThat(answer(row).status()).isEqualTo(Draft.Status.SENT);
            assertThat(answer(row).body()).containsEntry("text", "No: not punishable.");
        }
    }

    @Test
    void back_from_what_was_sent_its_page_says_so_and_so_does_a_window_that_was_left_open() {
        var row = asked();
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at(path(row)));
            page.locator("#f-text").fill(WORDS);
            page.locator(SHEET).getByText(WORDS).waitFor();
            page.getByText("Saved by itself").waitFor();
            var form = page.url();
            var other = context.newPage();
            other.navigate(form);
            page.waitForNavigation(() -> page.locator(SIGN).click());

            page.navigate(form);
            assertThat(page.url()).isEqualTo(at("/drafts/" + answer(row).id() + "/approve"));
            assertThat(page.locator("main").innerText()).doesNotContain("Nothing is sent yet");

            other.locator("#f-text").fill("No: not punishable.");
            other.locator(".problems a").waitFor();
            assertThat(other.locator(".problems").innerText()).contains("This is no longer a draft");
            assertThat(other.locator(".problems a").getAttribute("href"))
                    .endsWith("/drafts/" + answer(row).id() + "/approve");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void without_script_a_button_draws_it_one_page_more(int width) {
        var row = asked();
        try (var context = Chromium.context(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(width, 800))) {
            var page = seated(context);
            page.navigate(at(path(row)));
            page.locator("#f-text").fill(WORDS);
            page.waitForNavigation(() -> page.locator("button[value=show]").click());
            assertThat(page.locator(SHEET).textContent()).contains(WORDS);
            page.locator("#f-text").fill("No: not punishable.");
            page.waitForNavigation(() -> page.locator(SIGN).click());
            assertThat(page.locator("main").textContent()).contains("Nothing was signed");
            assertThat(page.locator(SHEET).textContent()).contains("No: not punishable.");
            page.waitForNavigation(() -> page.locator(SIGN).click());

            assertThat(page.url()).isEqualTo(at("/requests/" + row.address()));
            assertThat(answer(row).body()).containsEntry("text", "No: not punishable.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void nothing_runs_over_the_edge_of_a_narrow_screen(String language) {
        var row = asked();
        var maren = official("maren");
        var draft = drafts.start(
                "preservation/1", "answer", Role.REQUESTING, "XB-1", row.thread(), Map.of("text", WORDS), maren);
        try (var chair = chair("duty-officer", language, 320, true)) {
            chair.open(path(row) + "?draft=" + draft.id(), "one-page-act");
            assertThat(chair.has(SIGN)).isTrue();
            chair.fitsNarrowest();
        }
    }

    /** How often the window goes to another page from now on. */
    private static AtomicInteger counted(Page page) {
        var pages = new AtomicInteger();
        page.onLoad(_ -> pages.incrementAndGet());
        return pages;
    }

    private RequestRow asked() {
        return requests.find(sent("XB-1", ordinary(), "tolva").reference()).orElseThrow();
    }

    private Draft answer(RequestRow row) {
        return drafts.alive(row.thread(), "answer").getFirst();
    }

    private Page seated(com.microsoft.playwright.BrowserContext context) {
        var page = context.newPage();
        page.navigate(at("/practice/sit/duty-officer?lang=en"));
        return page;
    }

    private static String path(RequestRow row) {
        return "/requests/" + row.address() + "/answer";
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
