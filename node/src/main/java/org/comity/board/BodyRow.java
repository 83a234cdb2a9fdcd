package org.comity.board;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.comity.ui.Page;
import org.comity.ui.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * One line of a body of any form, for a page that knows only boards.
 *
 * @param path the keys that lead to it, a place in a list as its number
 * @param law of the act of which {@link #SAID} tells, as messages name it; empty of any other line
 */
public record BodyRow(List<String> path, String value, String law) {

    /** Under it stand fields of an act, in the words of its procedure. */
    private static final String SAID = "said";

    /** On a page before it has to be opened. */
    public static final int FIRST = 60;

    /** Of a body of 64 KiB a list of numbers alone would make thirty thousand. */
    private static final int MOST = 1_000;

    private static final Set<String> SHOWN_ELSEWHERE = Set.of("title", "kind");

    /** Where the words of a value are, if it is one of a few; a value without words is shown as it is. */
    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("asked", List.of("acts.option.kind.")),
            Map.entry("unit", List.of("acts.option.unit.")),
            Map.entry("mode", List.of("acts.option.mode.")),
            Map.entry("cause", List.of("acts.option.cause.")),
            Map.entry("kind", List.of("board.change.")),
            Map.entry("who", List.of("conference.who.")),
            Map.entry("severity", List.of("board.severity.")),
            Map.entry("came", List.of("board.came.")),
            Map.entry("action", List.of("treaty.step.")),
            Map.entry("step", List.of("reviews.step.")),
            Map.entry("taken", List.of("conference.taken.")),
            Map.entry("topic-kind", List.of("forum.kind.")),
            Map.entry("writes", List.of("forum.writes.")),
            Map.entry("stance", List.of("forum.stance.")),
            Map.entry("accepted", List.of("acts.")),
            Map.entry("chatham", List.of("acts.")),
            Map.entry("stale", List.of("acts.")),
            Map.entry("tooLong", List.of("board.key.")),
            Map.entry("status", List.of("texts.status.", "conference.status.")),
            Map.entry("legalSystem", List.of("acts.option.legalSystem.")));

    private static final Map<String, String> SWITCH = Map.of("true", "board.yes", "false", "board.no");

    private static final Set<String> LANGUAGES = Set.of("language", "languages", "missing", "original");

    /** All of them, each whole, as far as anybody reads on a page: after so many the last one says that it goes on. */
    public static List<BodyRow> of(@Nullable Map<String, Object> body) {
        var rows = new ArrayList<BodyRow>();
        if (body != null) {
            var rest = new TreeMap<>(body);
            rest.keySet().removeAll(SHOWN_ELSEWHERE);
            add(rows, List.of(), rest);
            var law = body.get("kind") instanceof String kind && kind.matches("[a-z][a-z-]{0,39}") ? kind : "";
            rows.replaceAll(it -> it.path.size() > 1 && it.path.getFirst().equals(SAID) ? it.of(law) : it);
        }
        return List.copyOf(rows);
    }

    /** In the reader's language; a key that has no words stands as it came. */
    public String called(Page page) {
        return law.isEmpty()
                ? path.stream().map(it -> called(it, page)).collect(joining(" · "))
                : IntStream.range(1, path.size())
                        .mapToObj(it -> calledByLaw(it, page))
                        .collect(joining(" · "));
    }

    private String calledByLaw(int at, Page page) {
        var words = law + ".field." + field(at + 1);
        return !path.get(at).matches("\\d+") && page.has(words) ? page.t(words) : called(path.get(at), page);
    }

    /** The field and its column, if it has one. */
    private String field(int until) {
        return path.subList(1, until).stream().filter(it -> !it.matches("\\d+")).collect(joining("."));
    }

    public SafeHtml said(Page page) {
        if (SWITCH.containsKey(value)) return page.text(page.t(SWITCH.get(value)));
        var options = List.of(value.split(", "));
        if (LANGUAGES.contains(key()) && options.stream().allMatch(it -> it.matches("[a-z]{2,3}"))) {
            return page.text(options.stream()
                    .map(it -> Locale.forLanguageTag(it)
                            .getDisplayLanguage(page.language().locale()))
                    .collect(joining(" · ")));
        }
        var choices = law.isEmpty()
                ? CHOICES.getOrDefault(key(), List.of())
                : List.of(law + ".option." + field(path.size()) + ".");
        for (var words : choices) {
            if (options.stream().allMatch(it -> page.has(words + it))) {
                return page.text(options.stream().map(it -> page.t(words + it)).collect(joining(" · ")));
            }
        }
        try {
            return value.length() == 10
                    ? page.text(page.day(LocalDate.parse(value)))
                    : page.moment(Instant.parse(value));
        } catch (DateTimeException noTime) {
            return page.text(value);
        }
    }

    private String key() {
        return path.reversed().stream()
                .filter(it -> !it.matches("\\d+"))
                .findFirst()
                .orElse("");
    }

    private static String called(String part, Page page) {
        if (part.matches("\\d{1,9}")) return page.number(Long.parseLong(part));
        var words = "board.key." + part;
        return page.has(words) ? page.t(words) : part;
    }

    private static void add(List<BodyRow> rows, List<String> path, @Nullable Object value) {
        if (value == null || rows.size() > MOST) return;
        if (rows.size() == MOST) {
            rows.add(new BodyRow(path, "…", ""));
            return;
        }
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, each) -> add(rows, below(path, key.toString()), each));
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                add(rows, path, list.stream().map(String.class::cast).collect(joining(", ")));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) add(rows, below(path, Integer.toString(i + 1)), list.get(i));
            }
            default -> {
                var text = value.toString();
                if (!text.isEmpty()) rows.add(new BodyRow(path, text, ""));
            }
        }
    }

    private BodyRow of(String otherLaw) {
        return new BodyRow(path, value, otherLaw);
    }

    private static List<String> below(List<String> path, String part) {
        var longer = new ArrayList<>(path);
        longer.add(part);
        return List.copyOf(longer);
    }
}
