package org.comity.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import org.comity.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key does what stands on it, on a French keyboard and on an Arabic one. */
@ExtendWith(Chromium.class)
class KeyboardsIT {

    private static final String DRAWN = """
            <!DOCTYPE html><html lang="en"><body><input id="q"><main>
            <button data-key="A">Acknowledge</button><button data-key="M">Message</button><button data-key="1">Spoke</button></main>
            <script type="module" src="/keys.js"></script></body></html>
            """;

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void opened() {
        context = Chromium.context();
        page = context.newPage();
        page.route("**/*", Route::abort);
        for (var path : List.of("/", "/choices")) {
            page.route(
                    "http://localhost" + path,
                    it -> it.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(DRAWN)));
        }
        page.route(
                "**/keys.js",
                it -> it.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setPath(Path.of("src/main/resources/static/assets/keys.js"))));
        page.navigate("http://localhost/");
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void on_a_french_keyboard_a_letter_is_where_it_stands() {
        assertThat(focusedBy("a", "KeyQ", false)).isEqualTo("A");
        assertThat(focusedBy("m", "Semicolon", false)).isEqualTo("M");
        assertThat(focusedBy(",", "KeyM", false)).isEmpty();
        assertThat(focusedBy("q", "KeyA", false)).isEmpty();
        assertThat(focusedBy("1", "Digit1", true)).isEqualTo("1");
        assertThat(focusedBy("/", "Period", true)).isEqualTo("q");
    }

    @Test
    void on_an_arabic_keyboard_a_letter_is_where_a_latin_one_lies() {
        assertThat(focusedBy("ش", "KeyA", false)).isEqualTo("A");
        assertThat(focusedBy("١", "Digit1", false)).isEqualTo("1");
        assertThat(focusedBy("ظ", "Slash", false)).isEqualTo("q");
        assertThat(focusedBy("A", "KeyA", true)).isEmpty();

        focusedBy("؟", "Slash", true);
        page.waitForURL("**/choices");
    }

    private String focusedBy(String key, String code, boolean shift) {
        return (String) page.evaluate("""
                ([key, code, shiftKey]) => {
                    document.activeElement.blur();
                    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true }));
                    const here = document.activeElement;
                    return here.dataset.key ?? here.id ?? '';
                }""", List.of(key, code, shift));
    }
}
