package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** Who is away from the desk is asked before it locks itself, and finds there what was typed. */
class LeavingIT extends PagesOfOneNode {

    @Test
    void a_desk_that_nobody_uses_asks_and_then_locks_itself() {
        try (var context = Chromium.context()) {
            var page = context.newPage();
            page.clock().install();
            page.navigate(at("/practice/sit/duty-officer?lang=en"));
            var other = context.newPage();
            other.navigate(at("/requests"));
            page.navigate(at("/desk"));
            var stay = page.locator("#stay");
            page.clock().fastForward("17:00");
            assertThat(stay.isVisible()).isFalse();
            page.clock().fastForward("01:15");
            stay.waitFor();
            assertThat(Axe.violationsButColours(page)).isEmpty();
            page.waitForResponse(at("/stay"), () -> page.keyboard().press("Enter"));
            stay.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.clock().fastForward("01:30");
            page.waitForResponse(at("/stay"), () -> page.evaluate("dispatchEvent(new Event('comity-working'))"));
            page.clock().fastForward("17:00");
            assertThat(stay.isVisible()).isFalse();
            page.clock().fastForward("03:00");
            // Each tab asks by itself, and the later one finds no session any more.
            page.waitForURL(url -> url.matches(".*/sign-in\\?(locked|ended)&to=%2Fdesk.*"));
            other.waitForURL(url -> url.matches(".*/sign-in\\?(locked|ended)&to=%2Frequests.*"));
        }
    }

    @Test
    void what_is_locked_in_one_tab_is_locked_in_all() {
        try (var context = Chromium.context()) {
            var page = context.newPage();
            page.navigate(at("/practice/sit/duty-officer?lang=ar"));
            var other = context.newPage();
            other.navigate(at("/requests"));
            page.locator("form.lock button").click();
            page.waitForURL(url -> url.contains("/sign-in?locked&to=%2Fdesk"));
            assertThat(page.locator(".note[role=status]").count()).isOne();
            other.waitForURL(url -> url.contains("/sign-in?locked&to=%2Frequests"));
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
