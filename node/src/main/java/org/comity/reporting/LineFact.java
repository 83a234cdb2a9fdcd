package org.comity.reporting;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.ledger.Ledger;
import org.comity.ui.Page;
import org.comity.ui.SafeHtml;

/**
 * Shows one fact of a line of the log in the reader's words; what has no words is shown as it is kept.
 *
 * @param name what is told, e.g. <i>Within which use</i>
 */
public record LineFact(SafeHtml name, SafeHtml value) {

    /** Where the words for a fact's value stand; the first that exists counts. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "method", List.of("requests.approval.%s", "ledger.method.%s"),
            "kind", List.of("requests.file.%s"),
            "channel", List.of("paper.channel.%s"),
            "use", List.of("ledger.use.%s"),
            "duties", List.of("ui.duty.%s"),
            "before", List.of("ui.duty.%s"),
            "after", List.of("ui.duty.%s"));

    /** @param laws of the procedures that are known, whose acts are named as they name them */
    static List<LineFact> of(Page page, Ledger.Line line, List<String> laws) {
        return line.facts().entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> new LineFact(name(page, it.getKey()), value(page, it.getKey(), it.getValue(), laws)))
                .toList();
    }

    private static SafeHtml name(Page page, String fact) {
        var key = "ledger.fact." + fact;
        return page.has(key) ? page.text(page.t(key)) : page.ltr(fact);
    }

    private static SafeHtml value(Page page, String fact, String value, List<String> laws) {
        var words = Arrays.stream(value.split(" "))
                .map(it -> fact.equals("type") ? act(page, it, laws) : word(page, fact, it))
                .toList();
        if (words.stream().noneMatch(String::isEmpty)) {
            return page.text(words.stream().collect(Collectors.joining(page.t("ledger.and"))));
        }
        try {
            return page.time(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return page.text(value);
        }
    }

    /** As its procedure names it; where several mean something else by it, in general. */
    private static String act(Page page, String type, List<String> laws) {
        var words = laws.stream()
                .map(it -> it + ".act." + type)
                .filter(page::has)
                .map(it -> page.t(it))
                .distinct()
                .toList();
        var general = "acts.act." + type;
        return words.size() == 1 ? words.getFirst() : page.has(general) ? page.t(general) : "";
    }

    /** Empty where there is no word for it. */
    private static String word(Page page, String fact, String value) {
        return WORDS.getOrDefault(fact, List.of()).stream()
                .map(it -> it.formatted(value))
                .filter(page::has)
                .findFirst()
                .map(it -> page.t(it))
                .orElse("");
    }
}
