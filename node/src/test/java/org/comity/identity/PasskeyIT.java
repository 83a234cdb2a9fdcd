package org.comity.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.Axe;
import org.comity.Chromium;
import org.comity.VirtualAuthenticator;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Passkeys in a real browser, with its virtual authenticator; and every page of identity in two languages, also narrow. */
@SpringBootTest(
        classes = IdentityNode.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18461", "node.origin=http://localhost:18461"})
@Import(PasskeyIT.ApprovalPage.class)
@ExtendWith(Chromium.class)
class PasskeyIT {

    private static final String NODE = "http://localhost:18461";
    private static final String ACT = "7f3a90c1e5520d1804b7c9aa61f2e83d90bb7c142fa6d3e08c1795d4a86b52de";

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApprovalsKept kept;

    private final List<String> troubles = new ArrayList<>();

    @Test
    void a_passkey_is_made_signs_in_and_approves() {
        persons.add("browser.person", "B. Person", Set.of(Duty.SECOND_OFFICER));
        var token = enrolments.issue("browser.person", null);
        try (var context = Chromium.context()) {
            var page = withAuthenticator(context);

            page.navigate(NODE + "/enrol/" + token);
            page.getByLabel("Name of the passkey").fill("office laptop");
            button(page, "Make a passkey").click();
            assertThat(page).hasURL(NODE + "/me");
            assertThat(page.locator("input[name=label]").first()).hasValue("office laptop");

            button(page, "Sign out").click();
            page.navigate(NODE + "/me");
            assertThat(page).hasURL(NODE + "/sign-in?to=%2Fme");
            button(page, "Sign in with a passkey").click();
            assertThat(page).hasURL(NODE + "/me");

            page.navigate(NODE + "/me");
            page.getByText("Make a token: show first that it is you").click();
            page.waitForLoadState();
            Axe.violations(page).forEach(it -> troubles.add("/me/prove: " + it));
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Show it with a passkey")
                                    .setExact(true))
                    .click();
            page.getByLabel("What the token is for").fill("a program");
            button(page, "Make a token").click();
            assertThat(page.locator("main")).containsText("The token is made.");

            page.navigate(NODE + "/test-approve");
            page.locator("[data-passkey-button]").click();
            assertThat(page.locator("body")).hasText("passkey");
        }
        assertThat(kept.of(ACT)).singleElement().satisfies(it -> {
            assertThat(it.official()).isEqualTo("browser.person");
            assertThat(it.assertion()).contains("clientDataJSON");
        });
        assertThat(troubles).isEmpty();
    }

    @Test
    void every_page_is_accessible_in_two_languages_and_on_a_narrow_screen() {
        persons.add("open.link", "O. Link", Set.of(Duty.LAWYER));
        var token = enrolments.issue("open.link", null);
        for (var language : List.of("en", "ar")) {
            for (var width : List.of(1280, 320)) {
                try (var context = Chromium.context(new Browser.NewContextOptions().setViewportSize(width, 800))) {
                    var page = watched(context);
                    for (var path : List.of("/sign-in", "/practice", "/enrol/" + token)) {
                        inspect(page, path, language, width);
                    }
                    page.request().get(NODE + "/practice/sit/administrator");
                    for (var path : List.of("/me", "/admin/people", "/admin/people/maren")) {
                        inspect(page, path, language, width);
                    }
                }
            }
        }
        assertThat(troubles).isEmpty();
    }

    private void inspect(Page page, String path, String language, int width) {
        page.navigate(NODE + path + "?lang=" + language);
        var where = path + " " + language + " " + width;
        Axe.violations(page).forEach(it -> troubles.add(where + ": " + it));
        var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (overflow.intValue() > 0) {
            troubles.add(where + ": wider than the screen by " + overflow);
        }
        var shown = page.locator("main").innerText();
        if (shown.contains("identity.") || shown.contains("ui.duty")) {
            troubles.add(where + ": a key without words");
        }
        assertThat(troubles).isEmpty();
    }

    private Page withAuthenticator(BrowserContext context) {
        var page = watched(context);
        VirtualAuthenticator.of(context.newCDPSession(page));
        return page;
    }

    private Page watched(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            var location = message.location();
            if (message.type().equals("error") && !location.contains("/favicon.ico") && !location.contains("/events")) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Just the component. */
    @Controller
    static class ApprovalPage {

        private final Approvals approvals;

        ApprovalPage(Approvals approvals) {
            this.approvals = approvals;
        }

        @GetMapping("/test-approve")
        String page(Model model) {
            model.addAttribute("act", ACT);
            model.addAttribute("action", "/test-approve");
            return "identity/approve";
        }

        @PostMapping("/test-approve")
        @ResponseBody
        String approve(Official by, ApprovalForm form) {
            return approvals.approve(by, ACT, form.proof()).method();
        }
    }
}
