package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a telephone the list has no head: each of its cells says what it is, and it stays a table for whoever hears it. */
class DeskListIT extends PagesOfOneNode {

    private static final String UNNAMED = """
            () => [...document.querySelectorAll('[data-list] [data-row] > *')]
                .filter(it => it.getBoundingClientRect().width > 0)
                .filter(it => !it.dataset.l || getComputedStyle(it, '::before').content !== JSON.stringify(it.dataset.l))
                .map(it => it.outerHTML.slice(0, 120))""";

    private static final String LEFT_OUT = """
            () => [...document.querySelectorAll('[data-list] :is(table, thead, tbody, tr, th, td)')]
                .filter(it => !it.getAttribute('role'))
                .map(it => it.outerHTML.slice(0, 120))""";

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void each_cell_says_its_label_and_whose_it_is_stands_there_by_name(String language) throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        requests.own(reference, "maren", official("maren"));
        submitted("XD-1", emergency());
        try (var context = Chromium.context(
                new Browser.NewContextOptions().setViewportSize(320, 700).setLocale(language))) {
            var page = context.newPage();
            var base = "http://localhost:" + port;
            page.navigate(base + "/practice/sit/duty-officer?lang=" + language);
            page.navigate(base + "/requests?q=" + reference);

            assertThat(page.locator("[data-id='" + reference + "'] [role=cell]").count())
                    .isEqualTo(7);
            assertThat((List<?>) page.evaluate(UNNAMED)).isEmpty();
            assertThat((List<?>) page.evaluate(LEFT_OUT)).isEmpty();
            assertThat(page.locator("[data-id='" + reference + "'] .c-own .name")
                            .innerText())
                    .isEqualTo(official("maren").name());
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);

            page.locator("[data-id='" + reference + "'] .tick input").check();
            // Its address is then the list's again, so it is not waited for.
            page.waitForNavigation(
                    () -> page.locator("button[formaction='/requests/ticked']").click());
            assertThat(page.locator("main table tbody tr").count()).isOne();
            assertThat(Axe.violations(page)).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);

            page.navigate(base + "/desk?view=ALL_OPEN");
            page.waitForFunction("() => document.querySelector('.views').scrollLeft !== 0");
            assertThat(page.evaluate("() => scrollY"))
                    .as("the strip alone moves, so that what is red stays in sight")
                    .isEqualTo(0);
            assertThat((boolean) page.evaluate("""
                    () => { const tab = document.querySelector('.views [aria-current]').getBoundingClientRect();
                        return tab.left >= 0 && tab.right <= innerWidth; }""")).isTrue();

            page.navigate(base + "/requests?view=officers");
            assertThat(page.locator("tr.own1").count()).isPositive();
            assertThat((List<?>) page.evaluate(UNNAMED)).isEmpty();
            assertThat((List<?>) page.evaluate(LEFT_OUT)).isEmpty();
            assertThat(Axe.violations(page)).isEmpty();
        }
    }
}
