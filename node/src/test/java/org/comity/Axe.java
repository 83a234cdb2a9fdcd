package org.comity;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Runs every rule of axe on a page. Its own runner brings the script to each page in several turns and reads what passed as
 * well, which takes a quarter longer; our pages have no frames that would need it.
 */
public final class Axe {

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private static final String BROUGHT = "() => {" + SCRIPT + "}";

    private static final String RUN = """
            options => axe.run(document, {resultTypes: ['violations'], ...options})
                .then(found => found.violations.map(it => it.id + ': ' + it.nodes[0].html))""";

    /** By a node whose class path has these tests: the browser keeps what it compiled, and nothing brings half a megabyte. */
    static final String SERVED = served("/assets/axe.js");

    /** A page without any script may have none by its policy. */
    private static final String FETCH = """
            address => document.scripts.length > 0 && new Promise((done, failed) => {
                const script = document.createElement('script');
                script.src = address;
                script.onload = () => { script.remove(); done(true); };
                script.onerror = failed;
                document.head.append(script); })""";

    /** They reckon with colours, which takes most of the time. */
    private static final Map<String, Object> NO_COLOURS = Map.of(
            "rules",
            Map.of("color-contrast", Map.of("enabled", false), "link-in-text-block", Map.of("enabled", false)));

    private Axe() {}

    /** What breaks a rule: the rule, and the first element that does. */
    public static List<String> violations(Page page) {
        page.evaluate(BROUGHT);
        return run(page, Map.of());
    }

    /**
     * All but what colours have to be: a plain run reads that where each component stands, light and dark. A page that has
     * script is one of a node with the tests on its class path, as all are in a plain run.
     */
    static List<String> violationsButColours(Page page) {
        if (!page.evaluate(FETCH, SERVED).equals(true)) page.evaluate(BROUGHT);
        return run(page, NO_COLOURS);
    }

    private static List<String> run(Page page, Map<String, Object> options) {
        var found = (List<?>) page.evaluate(RUN, options);
        return found.stream().map(String::valueOf).toList();
    }

    private static String served(String address) {
        try {
            var file = Path.of(Axe.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .resolve("static" + address);
            var written = Files.createTempFile(Files.createDirectories(file.getParent()), "axe", ".js");
            Files.writeString(written, SCRIPT);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
