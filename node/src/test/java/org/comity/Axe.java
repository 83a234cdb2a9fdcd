package org.comity;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Every rule of axe on a page. Our pages have no frames: nothing has to be put together on a page of axe's own. */
public final class Axe {

    private Axe() {}

    public static List<String> violations(Page page) {
        return violations(reader(page));
    }

    /** All but contrast, which takes three quarters of the time: a plain run reads it where each component stands, light and dark. */
    static List<String> violationsButContrast(Page page) {
        return violations(reader(page).disableRules(List.of("color-contrast")));
    }

    private static AxeBuilder reader(Page page) {
        var only = new AxeRunOptions();
        only.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(only).setLegacyMode(true);
    }

    private static List<String> violations(AxeBuilder reader) {
        return reader.analyze().getViolations().stream()
                .map(it -> it.getId() + ": " + it.getNodes().getFirst().getHtml())
                .toList();
    }
}
