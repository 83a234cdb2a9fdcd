package org.comity.seat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comity.Chromium;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.proof.Anchor;
import org.comity.proof.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockMultipartFile;

/** The whole way of a seat in a real browser with its authenticator: from the invitation to an export that holds offline. */
@EnabledIfSystemProperty(
        named = "comity.full",
        matches = "true",
        disabledReason = "a node and a browser of its own: --full")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18467", "node.origin=http://localhost:18467"})
@ExtendWith(Chromium.class)
class SeatInBrowserIT extends Officers {

    private static final String NODE = "http://localhost:18467";
    private static final int ALONE = 6;
    private static final byte[] LETTER = "%PDF-1.7 we name the person".getBytes(UTF_8);

    @Autowired
    private Directory directory;

    @Autowired
    private GivingSeats giving;

    @TempDir
    private Path folder;

    @Test
    void a_person_makes_a_passkey_signs_in_and_says_what_verify_holds_offline() throws Exception {
        var thread = Objects.requireNonNull(sent("XD-1", ordinary(), "tolva").thread());
        try (var context = Chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"))) {
            var page = withAuthenticator(context);
            page.navigate(NODE + "/seat/invitation/" + invited());
            press(page);
            var fingerprint = page.locator("#fingerprint").innerText().strip();
            given(fingerprint);

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
            assertThat(page.locator("main")).containsText("approved with the passkey of XD-1/s-");
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

    private String invited() throws Exception {
        var page = answered(
                200,
                "duty-officer",
                post("/seats")
                        .param("authority", "XD-1")
                        .param("name", "Ana Lorn")
                        .param("function", "Head of unit"));
        var link = Pattern.compile("/seat/invitation/([0-9a-f]{48})").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void given(String fingerprint) throws Exception {
        var id = giving.all().stream()
                .filter(it -> it.key() != null
                        && org.comity.proof.SpokenFingerprint.of(it.keyHash()).equals(fingerprint))
                .findFirst()
                .orElseThrow()
                .id();
        web.perform(multipart("/seats/" + id + "/call")
                .file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", LETTER))
                .param("called", "+999 1 222")
                .param("numberFrom", "embassy")
                .param("answeredBy", "Duty room")
                .param("calledAt", "2026-01-02T10:00")
                .param("fingerprint", fingerprint)
                .cookie(seat("duty-officer"))
                .with(csrf()));
        redirected(
                "second-officer",
                post("/seats/" + id + "/approve").param("once", token()).param("method", "practice"));
    }

    private static Page withAuthenticator(BrowserContext context) {
        var page = context.newPage();
        var devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var request = new JsonObject();
        request.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", request);
        return page;
    }

    private String verified(String thread) throws Exception {
        var file = folder.resolve("thread.zip");
        try (var out = Files.newOutputStream(file)) {
            threads.export(thread, out);
        }
        var node = Objects.requireNonNull(directory.self().node());
        var text = new ByteArrayOutputStream();
        var print = new PrintStream(text, true, UTF_8);
        var seal = "XA-1/seal=" + Anchor.fingerprint(node.seal());
        var register = "XA-1/register=" + Anchor.fingerprint(node.register());
        int code = Verify.run(new String[] {file.toString(), "--anchor", seal, "--anchor", register}, print, print);
        assertThat(code).as(text.toString(UTF_8)).isEqualTo(ALONE);
        return text.toString(UTF_8);
    }
}
