package org.comity;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Runs every rule of axe on a page. Its own runner brings the script to each page in several turns and reads what passed as
 * well, which takes a quarter longer; our pages have no frames that would need it.
 */
public final class Axe {

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private static final String RUN = """
            options => { %s;
                return axe.run(document, {resultTypes: ['violations'], ...options})
                    .then(found => found.violations.map(it => it.id + ': ' + it.nodes[0].html)); }""";

    private Axe() {}

    /** What breaks a rule: the rule, and the first element that does. */
    public static List<String> violations(Page page) {
        return run(page, Map.of());
    }

    /** All but contrast, which takes three quarters of the time: a plain run reads it where each component stands, light and dark. */
    static List<String> violationsButContrast(Page page) {
        return run(page, Map.of("rules", Map.of("color-contrast", Map.of("enabled", false))));
    }

    private static List<String> run(Page page, Map<String, Object> options) {
        var found = (List<?>) page.evaluate(RUN.replace("%s", SCRIPT), options);
        return found.stream().map(String::valueOf).toList();
    }
}
