package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a browser does with forms by itself: Enter presses a button, and leaving a page leaves its words. */
class FormsIT extends PagesOfOneNode {

    private static final String WORDS = "Dorvane calls back at 03:00.\nRing Ferro.";

    private static final String HAND_OVER = "form[action='/desk/handover'] button[type=submit]";

    private static final String KEPT = "main form p.note[role=status]";

    @Autowired
    private JdbcClient db;

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
        try (var context = Chromium.context(new Browser.NewContextOptions().setJavaScriptEnabled(script))) {
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
        try (var context = Chromium.context()) {
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

            page.waitForNavigation(() -> page.locator(HAND_OVER).click());
            assertThat(page.url()).matches(".*/desk/handover/[0-9]+");
            page.navigate(at("/desk/handover"));
            page.waitForLoadState();
            assertThat(page.locator("#f-words").inputValue()).isEmpty();
            assertThat(page.locator(KEPT).count()).isZero();
        }
    }

    @Test
    void what_the_node_only_showed_again_is_kept_as_before() {
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/emergency"));
            page.locator("#f-risk").fill(WORDS);
            // With script nobody sees this button: what it shows is there once the State is chosen.
            page.waitForNavigation(
                    () -> page.locator("#told button[value=show]").first().dispatchEvent("click"));
            page.waitForLoadState();
            assertThat(page.locator("#f-risk").inputValue()).isEqualTo(WORDS);

            page.navigate(at("/desk"));
            page.navigate(at("/emergency"));

            page.locator(KEPT).waitFor();
            assertThat(page.locator("#f-risk").inputValue()).isEqualTo(WORDS);
        }
    }

    @Test
    void what_was_typed_survives_a_session_that_ended() {
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/desk/handover"));
            page.locator("#f-words").fill(WORDS);
            context.clearCookies();
            page.waitForNavigation(() -> page.locator(HAND_OVER).click());
            page.waitForLoadState();
            assertThat(page.locator("#f-words").count()).isZero();
            page.navigate(at("/practice/sit/duty-officer?lang=en"));
            page.navigate(at("/desk/handover"));
            page.locator(KEPT).waitFor();
            assertThat(page.locator("#f-words").inputValue()).isEqualTo(WORDS);
        }
    }

    @Test
    void whom_to_call_stands_there_once_the_State_is_chosen() {
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/emergency"));
            assertThat(page.locator("nav.rail a[aria-current=page]").getAttribute("href"))
                    .isEqualTo("/emergency");
            assertThat(page.locator("#whom").innerText()).doesNotContain("Press");
            page.locator("#f-risk").fill(WORDS);
            page.locator("#f-to").selectOption("XB-1");

            page.locator("#whom .dial a").waitFor();
            assertThat(page.locator("#reads h2").innerText()).contains("Belmora");
            assertThat(page.locator("#f-risk").inputValue()).isEqualTo(WORDS);
            assertThat(page.locator("button[value=show]").isVisible()).isFalse();
            page.getByText("Saved by itself").waitFor();
            drafts.discard(drafted(page.url()), official("maren"));
        }
        try (var context = Chromium.context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = seated(context);
            page.navigate(at("/emergency"));
            assertThat(page.locator("#whom").innerText()).contains("Press “Show whom to call”");
            assertThat(page.locator("button[value=show]").isVisible()).isTrue();
        }
    }

    @Test
    void an_emergency_is_a_draft_once_it_has_a_State_though_the_browser_dies() {
        var risk = "Pupils of a school, " + System.nanoTime();
        String kept;
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/emergency"));
            page.locator("#f-risk").fill(risk);
            page.getByText("Not saved yet: choose the State.").waitFor();
            page.locator("#f-to").selectOption("XB-1");
            page.getByText("Saved by itself").waitFor();
            kept = page.url();
            assertThat(kept).contains("/emergency?draft=");
            page.locator("#f-who").fill("kestrel@chat.example");
            // Left before it has saved again: what is posted then is read by nobody here.
            page.navigate(at("/desk"));
            // Before the browser ends, with which its last words would end too.
            await().untilAsserted(() ->
                    assertThat(drafts.get(drafted(kept)).body().toString()).contains("kestrel@chat.example"));
        }
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(kept);
            assertThat(page.locator("#f-risk").inputValue()).isEqualTo(risk);
            assertThat(page.locator("#f-who").inputValue()).isEqualTo("kestrel@chat.example");
            assertThat(page.locator(KEPT).count()).isZero();
            page.navigate(at("/requests?view=officers"));
            assertThat(page.content()).contains("/drafts/" + drafted(kept));
        }
        var draft = drafts.get(drafted(kept));
        assertThat(draft.act()).isNull();
        assertThat(draft.reference()).isNull();
        drafts.discard(drafted(kept), official("maren"));
    }

    @Test
    void a_joint_thread_that_is_begun_is_a_draft_though_the_browser_dies() {
        String kept;
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/joint/new"));
            page.locator("#f-matter").fill("One botnet, half typed");
            page.getByText("Saved by itself").waitFor();
            kept = page.url();
            assertThat(kept).contains("/joint/new?draft=");
            page.locator("#f-matter").fill("One botnet, all typed");
            page.navigate(at("/desk"));
            await().until(() -> matter(drafted(kept)), "One botnet, all typed"::equals);
        }
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(kept);
            assertThat(page.locator("#f-matter").inputValue()).isEqualTo("One botnet, all typed");
        } finally {
            db.sql("delete from cooperation.joint_draft where id = :id")
                    .param("id", drafted(kept))
                    .update();
        }
    }

    private static String drafted(String address) {
        return address.replaceAll(".*draft=", "");
    }

    private String matter(String draft) {
        return db.sql("select body::jsonb ->> 'matter' from cooperation.joint_draft where id = :id")
                .param("id", draft)
                .query(String.class)
                .single();
    }

    /** The line drops at the press, or a proxy answers for the node: the browser has the words no more, the window has. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_sent_and_never_came_is_there_again_until_the_node_has_it(boolean offline) {
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/desk/handover"));
            page.locator("#f-words").fill(WORDS);
            if (offline) context.setOffline(true);
            else page.route("**/desk/handover", FormsIT::badGateway);
            page.locator(HAND_OVER).click(new Locator.ClickOptions().setNoWaitAfter(true));
            if (offline) page.waitForURL("chrome-error://**");
            else page.getByText("Bad Gateway").waitFor();
            context.setOffline(false);
            page.unroute("**/desk/handover");

            page.goBack();

            // Chromium puts its own page in the place of a form whose address is that of its page.
            if (!page.url().endsWith("/desk/handover")) page.navigate(at("/desk/handover"));
            page.locator(KEPT).waitFor();
            assertThat(page.locator("#f-words").inputValue()).isEqualTo(WORDS);
            page.navigate(at("/desk"));
            page.navigate(at("/desk/handover"));
            page.locator(KEPT).waitFor();
            page.waitForNavigation(() -> page.locator(HAND_OVER).click());
            assertThat(page.url()).matches(".*/desk/handover/[0-9]+");
            page.navigate(at("/desk/handover"));
            page.waitForLoadState();
            assertThat(page.locator("#f-words").inputValue()).isEmpty();
            assertThat(kept(page)).isZero();
        }
    }

    private static void badGateway(Route route) {
        if (!route.request().method().equals("POST")) route.resume();
        else
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(502)
                    .setContentType("text/html")
                    .setBody("<title>502</title>Bad Gateway"));
    }

    /** At a desk where one officer follows another, the window is the same. */
    @Test
    void what_one_typed_is_nowhere_in_the_window_once_one_signed_out_or_another_sits_there() {
        try (var context = Chromium.context()) {
            var page = seated(context);
            typeAndLeave(page);
            assertThat(kept(page)).isOne();
            page.navigate(at("/me"));
            page.waitForNavigation(() ->
                    page.locator("main form[action='/sign-out'] button").first().click());
            page.waitForLoadState();
            assertThat(kept(page)).isZero();

            page.navigate(at("/practice/sit/duty-officer?lang=en"));
            typeAndLeave(page);
            page.evaluate("() => sessionStorage.setItem('words maren /drafts/d1', '{}')");
            page.navigate(at("/practice/sit/second-officer?lang=en"));
            page.waitForLoadState();
            assertThat(kept(page)).isZero();
        }
    }

    private void typeAndLeave(Page page) {
        page.navigate(at("/desk/handover"));
        page.locator("#f-words").fill(WORDS);
        page.navigate(at("/desk"));
    }

    private static int kept(Page page) {
        return (Integer)
                page.evaluate("() => Object.keys(sessionStorage).filter((it) => /^(typed|words) /.test(it)).length");
    }

    @Test
    void what_a_person_types_in_a_seat_is_kept_in_their_window_and_for_nobody_else() {
        inSeat("cccccccccccc", 3);
        inSeat("dddddddddddd", 4);
        var path = "/seat/threads/" + sent("XD-1", ordinary(), "tolva").thread() + "/unable";
        try (var context = Chromium.context(new Browser.NewContextOptions().setLocale("en"))) {
            var page = context.newPage();
            sits(context, "cccccccccccc");
            page.navigate(at(path));
            page.locator("#f-text").fill(WORDS);
            pressesInVain(page);
            comesBackTo(page, path);

            sits(context, "dddddddddddd");
            page.navigate(at(path));
            page.waitForLoadState();
            assertThat(page.locator("#f-text").inputValue()).isEmpty();
            assertThat(kept(page)).isZero();

            page.locator("#f-text").fill(WORDS);
            page.waitForNavigation(
                    () -> page.locator("main form[action*='/unable'] button").click());
            assertThat(page.url()).contains("/seat/acts/");
            page.navigate(at(path));
            page.waitForLoadState();
            assertThat(page.locator("#f-text").inputValue()).isEmpty();
        }
    }

    /** Without a line. */
    private static void pressesInVain(Page page) {
        page.context().setOffline(true);
        page.locator("main form[action*='/unable'] button")
                .first()
                .click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForURL("chrome-error://**");
        page.context().setOffline(false);
    }

    private void comesBackTo(Page page, String path) {
        page.navigate(at(path));
        page.locator(KEPT).waitFor();
        assertThat(page.locator("#f-text").inputValue()).isEqualTo(WORDS);
    }

    /** A seat that stays would be read from by others' tests. */
    @AfterEach
    void nobody_stays_in_a_seat() {
        db.sql("update cooperation.seat set ended_at = now() where name = 'Of forms'")
                .update();
    }

    /** The form brings files, so that its token is posted in the address; the page of what is wrong is not opened again there. */
    @Test
    void what_was_typed_below_what_is_wrong_is_there_when_its_form_is_opened_again() {
        inSeat("eeeeeeeeeeee", 5);
        var path = "/seat/threads/" + sent("XD-1", ordinary(), "tolva").thread() + "/unable";
        try (var context = Chromium.context(new Browser.NewContextOptions().setLocale("en"))) {
            var page = context.newPage();
            sits(context, "eeeeeeeeeeee");
            page.navigate(at(path));
            page.waitForNavigation(
                    () -> page.locator("main form[action*='/unable'] button").click());
            page.waitForLoadState();
            assertThat(page.locator("section.problems").count()).isOne();
            assertThat(page.url()).isEqualTo(at(path));
            page.locator("#f-text").fill(WORDS);
            pressesInVain(page);
            comesBackTo(page, path);
        }
    }

    @Test
    void another_language_of_what_is_wrong_is_the_page_of_its_form_with_what_was_typed() {
        try (var context = Chromium.context()) {
            var page = seated(context);
            page.navigate(at("/emergency"));
            page.locator("#f-risk").fill(WORDS);
            page.waitForNavigation(
                    () -> page.locator("#told button[value=sign]").click());
            page.waitForLoadState();
            assertThat(page.locator("section.problems").count()).isOne();
            page.waitForNavigation(() -> page.locator("a.lang[hreflang=ar]").click());
            assertThat(page.url()).isEqualTo(at("/emergency?lang=ar"));
            page.locator(KEPT).waitFor();
            assertThat(page.locator("#f-risk").inputValue()).isEqualTo(WORDS);

            page.navigate(at("/practice/sit/duty-officer?lang=en"));
            var draft = drafts.start(
                    "preservation/1", "request", Role.REQUESTING, "XB-1", null, ordinary(), official("maren"));
            drafts.submit(draft.id(), draft.version(), official("maren"));
            page.navigate(at("/practice/sit/second-officer?lang=en"));
            page.navigate(at("/drafts/" + draft.id() + "/approve"));
            page.waitForNavigation(
                    () -> page.locator("main form[action$='/return'] button").click());
            page.locator("main [name=why]").fill(WORDS);
            page.waitForNavigation(() -> page.locator("a.lang[hreflang=ar]").click());
            assertThat(page.url()).isEqualTo(at("/drafts/" + draft.id() + "/approve?lang=ar"));
            page.locator(KEPT).waitFor();
            assertThat(page.locator("main [name=why]").inputValue()).isEqualTo(WORDS);
        }
    }

    private void inSeat(String id, int key) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        db.sql("""
                insert into cooperation.seat
                    (id, authority, name, function, person, expires_at, invited_by, credential, key, given, confirmed)
                values (:id, 'XD-1', 'Of forms', 'Clerk', 'XD-1/s-' || left(:id, 8), :until, 'maren', cast(:id as bytea), :key, true, true)
                """)
                .param("id", id)
                .param("key", new byte[] {(byte) key})
                .param("until", now.plusDays(7))
                .update();
        db.sql("""
                insert into cooperation.seat_visit (hash, seat, seen_at, begun_at)
                values (sha256(convert_to(:cookie, 'UTF8')), :id, :now, :now)
                """)
                .param("cookie", id.repeat(4))
                .param("id", id)
                .param("now", now)
                .update();
    }

    private void sits(BrowserContext context, String id) {
        context.addCookies(List.of(new Cookie("comity-seat-XA-1", id.repeat(4)).setUrl(at("/seat"))));
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
        try (var context = Chromium.context(new Browser.NewContextOptions().setViewportSize(320, 900))) {
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
