package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.comity.vocabulary.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser does with forms by itself: Enter presses a button, and leaving a page leaves its words. */
class FormsIT extends PagesOfOneNode {

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

    private Page seated(BrowserContext context) {
        var page = context.newPage();
        page.navigate(at("/practice/sit/duty-officer?lang=en"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
