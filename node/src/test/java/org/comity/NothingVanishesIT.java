package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing in flight vanishes: wherever an officer looks for an act, it stands there with its state and the reason of it. */
class NothingVanishesIT extends PagesOfOneNode {

    private static final String WHY = "Say which of the two accounts.";

    @Autowired
    private Clock clock;

    private final Map<String, String> reasons = new LinkedHashMap<>();

    @AfterEach
    void nothing_stays() {
        var maren = official("maren");
        for (var id : reasons.keySet()) {
            var draft = drafts.get(id);
            if (draft.status() == Draft.Status.SENT) drafts.recall(id, "Not needed any more.", maren);
            if (draft.status() == Draft.Status.SUBMITTED) drafts.giveBack(id, "Not needed any more.", maren);
            if (drafts.get(id).status() == Draft.Status.WRITING) drafts.discard(id, maren);
        }
    }

    @Test
    void what_is_begun_submitted_returned_and_held_stands_wherever_it_is_looked_for() throws Exception {
        var tolva = official("tolva").name();
        reasons.put(begun(Map.of("identifiers", ordinary("").get("identifiers"))), "Missing:");
        var waits = begun(ordinary("waits"));
        reasons.put(waits, tolva);
        var returned = begun(ordinary("returned"));
        reasons.put(returned, WHY);
        var held = begun(ordinary("held"));
        reasons.put(held, "Leaves by itself at");
        var holds = drafts.submit(held, drafts.get(held).version(), official("maren"));
        drafts.approve(holds.id(), new Proof.Practice(), clock.instant().plus(Duration.ofHours(1)), official("tolva"));

        try (var theirs = sits();
                var context = sits()) {
            var page = takes(context, "duty-officer");
            for (var id : List.of(waits, returned)) {
                page.navigate(at("/drafts/" + id + "/preview"));
                page.waitForNavigation(
                        () -> page.locator("form[action$='/submit'] button").click());
            }
            var second = takes(theirs, "second-officer");
            second.navigate(at("/drafts/" + returned + "/approve"));
            second.locator("main form[action$='/return'] [name=why]").fill(WHY);
            second.waitForNavigation(
                    () -> second.locator("main form[action$='/return'] button").click());

            page.navigate(at("/desk"));
            follows(page, "nav.views a[href*='view=officers']");
            stand(page, "[data-row][data-id='%s']");
            assertThat(row(page, "[data-row][data-id='%s']", returned)).contains("Returned by " + tolva);

            page.locator("form.filters [name=role][value=requesting]").check();
            page.waitForNavigation(
                    () -> page.locator("form.filters button[type=submit]").click());
            assertThat(page.url()).contains("view=officers", "role=requesting");
            assertThat(page.locator("nav.views a[aria-current=page]").getAttribute("href"))
                    .contains("view=officers");
            stand(page, "[data-row][data-id='%s']");

            follows(page, "form.filters a");
            assertThat(page.url()).endsWith("view=officers");
            follows(page, "nav.views a[href*='view=MINE']");
            stand(page, "[data-row][data-id='%s']");

            page.locator("#q").fill("curlew.example");
            page.waitForNavigation(() -> page.locator("#q").press("Enter"));
            stand(page, "main li:has(a[href*='%s'])");
            says(page, "main li:has(a[href*='%s'])", waits, "waits for approval since");
            says(page, "main li:has(a[href*='%s'])", returned, "returned at");

            page.navigate(at("/desk/handover"));
            stand(page, "main li:has(a[href*='%s'])");
            says(page, "main li:has(a[href*='%s'])", waits, "waits for approval since");
            says(page, "main li:has(a[href*='%s'])", returned, "returned at");
            assertThat(Axe.violations(page)).isEmpty();
        }
    }

    private void stand(Page page, String selector) {
        reasons.forEach((id, reason) -> says(page, selector, id, reason));
    }

    private static void says(Page page, String selector, String id, String words) {
        assertThat(row(page, selector, id)).as(page.url()).contains(words);
    }

    private static String row(Page page, String selector, String id) {
        Locator row = page.locator(selector.formatted(id));
        assertThat(row.count()).as("%s on %s", id, page.url()).isOne();
        return row.innerText();
    }

    private static void follows(Page page, String selector) {
        page.waitForNavigation(() -> page.locator(selector).first().click());
    }

    private BrowserContext sits() {
        return Chromium.context(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    private Page takes(BrowserContext context, String chair) {
        var page = context.newPage();
        page.navigate(at("/practice/sit/" + chair + "?lang=en"));
        return page;
    }

    private String begun(Map<String, Object> body) {
        return drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"))
                .id();
    }

    private static Map<String, Object> ordinary(String name) {
        var body = new HashMap<String, Object>(ordinary());
        var address = Map.of("kind", "mail", "value", name + "@curlew.example", "time", "", "zone", "");
        body.put("identifiers", List.of(address));
        return body;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
