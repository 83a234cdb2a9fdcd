package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.awaitility.core.ConditionFactory;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.jspecify.annotations.Nullable;

/** An official of a practice State before a browser. Every page opened is looked at: language, direction, width, axe. */
final class SeatedChair implements AutoCloseable {

    private static final Path STORY = Path.of("target", "story");

    private static final boolean FULL = Boolean.getBoolean("comity.full");

    /** A picture of every page takes time. */
    private static final boolean PICTURES = Boolean.getBoolean("comity.pictures");

    /** axe once for each page, language and width: a file each, since a run may be split among JVMs. */
    private static final Path SCANNED = STORY.resolve(System.getProperty(
            "comity.story.run", Long.toString(ProcessHandle.current().pid())));

    /** A form filled in wrongly, shown again. */
    private static final int SAYS_WHAT_IS_WRONG = 422;

    private static final int NOT_YET = 404;

    private static final int NARROWEST = 320;

    /** Whatever is said in a language, to eyes and to ears. */
    private static final String SAID = """
            language => { const said = [document.title], of = it => it.closest('[lang]').lang === language;
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('script, style, template, textarea')
                    && of(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
                for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                    document.querySelectorAll(`[${name}]`).forEach(it => of(it) && said.push(it.getAttribute(name)));
                return said.map(it => it.replace(/\\s+/g, ' ').trim()).filter(it => it); }""";

    private static final Words WORDS = WordsForTests.load();

    private final BrowserContext context;
    private final Page page;
    private final CDPSession devtools;
    private final TabbingThrough keyboard;
    private final String base;
    private final String language;
    private final int width;
    private final boolean script;
    private final List<String> troubles = new ArrayList<>();

    /** Null where the line is as wide as this machine. */
    private @Nullable NarrowLine line;

    private SeatedChair(BrowserContext context, String base, String language, int width, boolean script) {
        this.context = context;
        this.base = base;
        this.language = language;
        this.width = width;
        this.script = script;
        this.page = context.newPage();
        this.devtools = context.newCDPSession(page);
        this.keyboard = new TabbingThrough(page, devtools, FULL);
        scripts(script);
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            // A page left in haste gives its live stream up; that is no fault of the page.
            if (message.type().equals("error")
                    && !message.location().contains("/events")
                    && !message.text().contains("responded with a status of")) {
                troubles.add(message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400
                    && response.status() != SAYS_WHAT_IS_WRONG
                    && !response.url().endsWith("/events")) {
                troubles.add(response.status() + " " + response.url());
            }
        });
    }

    static SeatedChair sit(Browser browser, String base, String duty, String language, int width, boolean script) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale(language));
        var chair = new SeatedChair(context, base, language, width, script);
        chair.takes(duty);
        return chair;
    }

    /** Whoever sits here gets up for somebody else: the browser stays, and knows nothing of who sat here. */
    void takes(String duty) {
        context.clearCookies();
        page.navigate(base + "/practice/sit/" + duty + "?lang=" + language);
        look(named(path()));
    }

    /** Somebody at a node in earnest, where nobody just sits down: a browser with an authenticator that holds passkeys. */
    static SeatedChair withAuthenticator(Browser browser, String base, String language) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale(language));
        var chair = new SeatedChair(context, base, language, 1440, true);
        VirtualAuthenticator.of(chair.devtools);
        return chair;
    }

    /** From now on on a line of 64 kbit/s, of which it counts what it costs. */
    NarrowLine narrow() {
        var narrow = new NarrowLine(devtools);
        line = narrow;
        return narrow;
    }

    private void waits(Runnable forPage) {
        if (line == null) forPage.run();
        else line.waits(forPage);
    }

    /** A page of others is as one that is not there. */
    void findsNothing(String path) {
        assertThat(page.navigate(addressed(path)).status()).as(path).isEqualTo(404);
        troubles.clear();
    }

    /** A page that is not for whoever sits here: the node leads away from it. */
    void refused(String path) {
        page.navigate(addressed(path));
        troubles.clear();
        assertThat(path()).as(path).isNotEqualTo(path);
    }

    /** A press that asks the authenticator first and goes on afterwards. */
    void signs() {
        signs("form");
    }

    /** In the first form that this names and that asks for a passkey. */
    void signs(String form) {
        waits(() -> {
            loads(() -> page.locator(form + " [data-passkey-button]").first().click());
        });
        look(named(path()));
    }

    /** Until another page is there: a draft that gets its address while it saves is none. */
    private void loads(Runnable press) {
        var loaded = new AtomicBoolean();
        Consumer<Page> heard = _ -> loaded.set(true);
        page.onLoad(heard);
        try {
            press.run();
            page.waitForCondition(loaded::get);
        } finally {
            page.offLoad(heard);
        }
    }

    void open(String path) {
        open(path, named(path));
    }

    /** @param as what the page is called among pictures, if the same address shows more than one thing */
    void open(String path, String as) {
        waits(() -> page.navigate(addressed(path)));
        look(as);
    }

    /** Whether this page would fit the narrowest screen as well. */
    void fitsNarrowest() {
        if (width > NARROWEST) {
            page.setViewportSize(NARROWEST, 900);
            fits(NARROWEST);
            page.setViewportSize(width, 900);
        } else {
            fits();
        }
    }

    /** Looks at nothing but its width. */
    void fits(String path) {
        page.navigate(addressed(path));
        assertThat(troubles).as(path).isEmpty();
        fits();
    }

    void fits() {
        fits(width);
    }

    private void fits(int points) {
        assertThat(widthOfContent())
                .as(() -> "sideways on " + page.url() + " in " + language + ": " + tooWide())
                .isLessThanOrEqualTo(points);
    }

    /** What reaches beyond the screen, the innermost first. */
    private Object tooWide() {
        scripts(true);
        return page.evaluate("""
                () => [...document.querySelectorAll('body *')].reverse()
                    .filter(it => it.getBoundingClientRect().right > innerWidth + 1 || it.getBoundingClientRect().left < -1)
                    .slice(0, 3).map(it => it.outerHTML.slice(0, 200))""");
    }

    void fill(String name, String value) {
        if (line != null) line.typed(value);
        page.locator("main [name='" + name + "']").first().fill(value);
    }

    /** Where a page asks for the same thing in two places. */
    void fillIn(String place, String name, String value) {
        page.locator("main " + place + " [name='" + name + "']").fill(value);
    }

    void checkAll(String name) {
        page.locator("main [name='" + name + "']").all().forEach(it -> it.check());
    }

    void tick(String name, String value) {
        if (line != null) line.chosen();
        page.locator("main [name='" + name + "'][value='" + value + "']").check();
    }

    /** The first box of this name, whatever it stands for. */
    void check(String name) {
        page.locator("main [name='" + name + "']").first().check();
    }

    void choose(String name, String value) {
        if (line != null) line.chosen();
        page.locator("main select[name='" + name + "']").selectOption(value);
    }

    /** What stands in a field now. */
    String typed(String name) {
        return page.locator("main [name='" + name + "']").first().inputValue();
    }

    boolean value(String name, String value) {
        return page.locator("main [name='" + name + "'][value='" + value + "']").isChecked();
    }

    void upload(String name, String file, byte[] content) {
        page.locator("main input[name='" + name + "']")
                .setInputFiles(new FilePayload(file, "application/octet-stream", content));
    }

    String value(String name) {
        return page.locator("main [name='" + name + "']").first().inputValue();
    }

    /** What a link leads to. */
    byte[] fetched(String selector) {
        return page.request()
                .get(base + page.locator(selector).first().getAttribute("href"))
                .body();
    }

    /** The file that a press saves. */
    byte[] saved(String selector) {
        var download = page.waitForDownload(() -> page.locator(selector).first().click());
        try (var in = download.createReadStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses the first button that fits and looks at the page that follows. */
    void press(String selector) {
        click(selector);
        look(named(path()));
    }

    void press(String selector, String as) {
        click(selector);
        look(as);
    }

    /** A page that saves by itself saves first and goes on afterwards. */
    private void click(String selector) {
        var button = page.locator(selector).first();
        waits(() -> {
            if (has("form[data-saves]")) {
                loads(button::click);
            } else {
                button.click();
                page.waitForLoadState();
            }
        });
    }

    /** Everything that can be used is come upon by keyboard, and is seen to be. */
    void tabsThrough() {
        scripts(true);
        assertThat(keyboard.unreached()).as("by keyboard on " + page.url()).isEmpty();
        scripts(script);
    }

    /** What the first such part of the page looks like, as a PNG no higher than that. */
    byte[] pictured(String selector, int height) {
        scripts(true);
        page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }");
        scripts(script);
        var box = page.locator(selector).first().boundingBox();
        return page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(box.x, box.y, box.width, Math.min(box.height, height)));
    }

    boolean has(String selector) {
        return page.locator(selector).count() > 0;
    }

    /** Texts and names of this page in the language that it says it speaks, without those that it says are in another. */
    List<String> said() {
        scripts(true);
        var said = (List<?>) page.evaluate(SAID, page.locator("html").getAttribute("lang"));
        scripts(script);
        return said.stream().map(String::valueOf).toList();
    }

    /** Addresses of all links. */
    List<String> links() {
        scripts(true);
        var links = (List<?>) page.evaluate(
                "base => [...document.links].filter(it => it.href.startsWith(base)).map(it => it.href.slice(base.length))",
                base);
        scripts(script);
        return links.stream().map(String::valueOf).toList();
    }

    /** Goes on in another language by the switch at the head of the page. */
    void switches(String to) {
        if (has("details.languages:not([open])"))
            page.locator("details.languages summary").click();
        page.locator("a[hreflang='" + to + "']").first().click();
        page.waitForLoadState();
    }

    /** What the page says that it speaks. */
    String speaks() {
        return page.locator("html").getAttribute("lang");
    }

    String title() {
        return page.title();
    }

    String path() {
        return page.url().substring(base.length()).replaceFirst("\\?.*", "");
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Without a press: waits until this says that. */
    void sees(String selector, String text) {
        page.locator(selector).getByText(text).first().waitFor();
    }

    /** Without a press: waits until this stands on the page. */
    void waitsFor(String selector) {
        page.locator(selector).first().waitFor();
    }

    /** As after a night: the node knows this browser no longer. */
    void losesSession() {
        context.clearCookies();
    }

    /** As a browser that has been to these pages before. */
    void brings(String name, String value) {
        context.addCookies(List.of(new Cookie(name, value).setUrl(base)));
    }

    /** Unfolds what stands on the page already. */
    void opens(String selector, String as) {
        page.locator(selector).first().click();
        look(as);
    }

    /** Presses and stays where it is. */
    void pressInVain(String selector) {
        page.locator(selector).first().click();
    }

    /** That the node refused whoever it did not know was meant. */
    void sitAgain(String duty) {
        troubles.removeIf(it -> it.startsWith("403 "));
        page.navigate(base + "/practice/sit/" + duty + "?lang=" + language);
    }

    String textOf(String selector) {
        return page.locator(selector).innerText();
    }

    /** What the list says of a request. */
    String row(String reference) {
        return page.locator("main tr[data-id='" + reference + "']").innerText();
    }

    /** Reloads until the selector is there; script or not. */
    void waitFor(String path, String selector) {
        patiently().untilAsserted(() -> {
            arrive(path);
            assertThat(has(selector))
                    .as(() -> selector + " on " + path + ": " + text())
                    .isTrue();
        });
        look(named(path));
    }

    /** Reloads until the text is there. */
    void waitForText(String path, String text) {
        patiently().untilAsserted(() -> {
            arrive(path);
            assertThat(text()).contains(text);
        });
        look(named(path));
    }

    /** What has not come from the other node yet has no page yet: that is no trouble while one waits for it. */
    private void arrive(String path) {
        var response = page.navigate(addressed(path));
        troubles.remove(NOT_YET + " " + response.url());
    }

    private String addressed(String path) {
        // Pages for everybody say their language in their address.
        return path.startsWith("/public/en")
                ? base + path.replaceFirst("en", language)
                : base + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(250));
    }

    /** With script the open desk tells of news by itself, and does not move; without, a reload shows it. */
    void seesNews(boolean withScript) {
        if (withScript) {
            page.locator(".newbar:not([hidden])").first().waitFor();
        }
    }

    void looksAround() {
        for (var path : List.of(
                "/desk",
                "/requests",
                "/requests?view=officers",
                "/reporting/register",
                "/articles",
                "/articles/42",
                "/directory",
                "/directory/us",
                "/practice")) {
            open(path);
        }
    }

    private static String named(String path) {
        return path.replaceFirst("\\?.*", "")
                .replaceAll("[A-Z]{2}-[0-9]{4}-[0-9]{6}", "REF")
                .replaceAll("[dps][0-9a-f]{12}", "ID");
    }

    private void look(String name) {
        assertThat((Object) page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]"))
                .as(page::url)
                .isEqualTo(List.of(spoken(), language.equals("ar") ? "rtl" : "ltr"));
        assertThat(troubles).as(() -> page.url() + ": " + text()).isEmpty();
        var named = "%s-%s-%d.png".formatted(name.replace('/', '_'), language, width);
        if (!first(named)) {
            return;
        }
        // What the page would have run is not run by this; axe is.
        scripts(true);
        assertThat(FULL ? Axe.violations(page) : Axe.violationsButColours(page))
                .as("axe on " + name + " in " + language)
                .isEmpty();
        scripts(script);
        if (PICTURES) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(STORY.resolve(named)).setFullPage(true));
        }
        assertThat(widthOfContent()).as("sideways on " + name).isLessThanOrEqualTo(width);
    }

    /** English where the pages here do not exist in this reader's language. */
    private String spoken() {
        return WORDS.languagesOn(path()).stream().anyMatch(it -> it.tag().equals(language)) ? language : "en";
    }

    private static boolean first(String named) {
        try {
            Files.createDirectories(SCANNED);
            Files.createFile(SCANNED.resolve(named));
            return true;
        } catch (FileAlreadyExistsException scanned) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scripts(boolean run) {
        var disabled = new JsonObject();
        disabled.addProperty("value", !run);
        devtools.send("Emulation.setScriptExecutionDisabled", disabled);
    }

    private double widthOfContent() {
        return devtools.send("Page.getLayoutMetrics")
                .getAsJsonObject("cssContentSize")
                .get("width")
                .getAsDouble();
    }

    @Override
    public void close() {
        context.close();
    }
}
