package org.comity.seat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.comity.Chromium;
import org.comity.VirtualAuthenticator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole way of a seat in a real browser with its authenticator: from the invitation to an export that holds offline. */
@EnabledIfSystemProperty(
        named = "comity.full",
        matches = "true",
        disabledReason = "a node and a browser of its own: --full")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18467", "node.origin=http://localhost:18467"})
@ExtendWith(Chromium.class)
class SeatInBrowserIT extends PersonInASeat {

    private static final String NODE = "http://localhost:18467";

    @Test
    void a_person_makes_a_passkey_signs_in_and_says_what_verify_holds_offline() throws Exception {
        var thread = asked("XD-1");
        try (var context = Chromium.context(new Browser.NewContextOptions().setLocale("en"))) {
            var page = withAuthenticator(context);
            page.navigate(NODE + "/seat/invitation/" + invited());
            press(page);
            fingerprint = page.locator("#fingerprint").innerText().strip();
            given(seatOfKey());

            page.navigate(NODE + "/seat/sign-in");
            press(page);
            assertThat(page).hasURL(NODE + "/seat");
            page.locator("form[action='/seat/confirm'] button").click();
            press(page);
            assertThat(page).hasURL(NODE + "/seat");
            assertThat(page.locator("main")).not().containsText("Confirm your key");

            page.locator("a[href='/seat/threads/" + thread + "']").click();
            page.locator("a[href$='/acknowledge']").click();
            page.locator("form[action*='/acknowledge'] button").click();
            assertThat(page.locator("main")).containsText("it is not sent before officers of Dorvane have approved it");
            press(page);
            assertThat(page).hasURL(NODE + "/seat/threads/" + thread);
            assertThat(page.locator("main")).containsText("From its seat, with a passkey");
        }
        assertThat(verified(thread))
                .contains("Approved with the passkey of XD-1", "had not been ended. [seat-ended]")
                .doesNotContain("FAILED");
    }

    private static void press(Page page) {
        page.locator("[data-passkey-button]").click();
    }

    private static Page withAuthenticator(BrowserContext context) {
        var page = context.newPage();
        VirtualAuthenticator.of(context.newCDPSession(page));
        return page;
    }
}
