package org.comity.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param code of the words: {@code error.<code>}, with {@code .title} and {@code .do} where they exist
 * @param incident number that support finds in the log; only for faults of ours
 * @param written what the reader had written into the form, so that nothing is lost with it
 */
public record ErrorView(
        String code, Map<String, String> facts, @Nullable String incident, List<String> written) {

    public ErrorView {
        facts = Map.copyOf(facts);
        written = List.copyOf(written);
    }

    public String key(Page page) {
        return page.has("error." + code) ? "error." + code : "error.rule";
    }

    public String title(Page page) {
        var own = "error." + code + ".title";
        return page.t(page.has(own) ? own : "error.title");
    }

    public @Nullable SafeHtml advice(Page page) {
        var own = "error." + code + ".do";
        return page.has(own) ? page.rich(own, facts) : null;
    }
}
