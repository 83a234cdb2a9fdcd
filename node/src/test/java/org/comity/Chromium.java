package org.comity;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Debian's Chromium, without a screen and asking nobody outside: one for all tests of a JVM, ended after the last. */
public final class Chromium implements BeforeAllCallback {

    private static Browser browser;

    private static Browser unpainted;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (browser == null) {
            browser = launched();
        }
    }

    public static Browser browser() {
        return browser;
    }

    public static BrowserContext context() {
        return context(new Browser.NewContextOptions());
    }

    /** In which nothing is kept of another. What one waits for has a minute, as elsewhere. */
    public static BrowserContext context(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        return context;
    }

    /**
     * One that lays pages out and never paints them, which halves what a press of the tabulator takes. Playwright clicks
     * only what it has seen painted: here pages are read and tabbed through, not pressed.
     */
    static Browser unpainted() {
        if (unpainted == null) {
            unpainted = launched("--disable-threaded-compositing");
        }
        return unpainted;
    }

    /** @param more how this one differs from the one for all; it ends with whoever closes it */
    static Browser launched(String... more) {
        // What the browser has not removed when it is ended goes with its folder.
        var folder = TemporaryFolders.folder("chromium").toString();
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "TMPDIR", folder)));
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        TemporaryFolders.atTheEnd(playwright::close);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium-headless-shell"))
                        .setArgs(Stream.concat(
                                        Stream.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                // Another process for pictures that nobody looks at.
                                                "--in-process-gpu",
                                                // Each chair another context, and else another process that starts
                                                // anew.
                                                "--process-per-site",
                                                // A page ends before its code is worth compiling twice.
                                                "--js-flags=--no-opt",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync"),
                                        Stream.of(more))
                                .toList()));
    }
}
