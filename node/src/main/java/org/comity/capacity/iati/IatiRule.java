package org.comity.capacity.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the rules of IATI's ruleset at one element, each kind in its own way. */
final class IatiRule {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final IatiPaths paths;
    private final Node at;

    IatiRule(IatiPaths paths, Node at) {
        this.paths = paths;
        this.at = at;
    }

    /** Rules on the registry's list of organisations need that list, which we do not hold. */
    boolean applies(JsonNode rule) {
        if (rule.has("idCondition")) return false;
        return !rule.has("condition") || paths.holds(at, rule.path("condition").asString());
    }

    boolean holds(String kind, JsonNode rule) {
        return switch (kind) {
            case "atleast_one" -> isThere(rule);
            case "no_more_than_one" -> texts(rule).size() <= 1;
            case "unique" -> texts(rule).size() == new HashSet<>(texts(rule)).size();
            case "startswith" -> texts(rule).stream().allMatch(it -> begins(rule, it));
            case "one_or_all" -> oneOrAll(rule);
            case "no_spaces" -> texts(rule).stream().allMatch(it -> it.equals(it.strip()));
            case "regex_matches" -> {
                var pattern = Pattern.compile(rule.path("regex").asString());
                yield texts(rule).stream().allMatch(it -> pattern.matcher(it).find());
            }
            case "range" -> texts(rule).stream().allMatch(it -> within(rule, it));
            case "strict_sum" -> sums(rule);
            case "if_then" ->
                !paths.holds(at, rule.path("if").asString())
                        || paths.holds(at, rule.path("then").asString());
            case "date_now", "date_order", "time_limit", "between_dates" -> inTime(kind, rule);
            default -> throw new IllegalStateException("No such kind of rule: " + kind);
        };
    }

    private boolean inTime(String kind, JsonNode rule) {
        return switch (kind) {
            case "date_now" ->
                paths.days(at, rule.path("date").asString()).stream().noneMatch(it -> it.isAfter(paths.today()));
            case "date_order" ->
                paths.days(at, rule.path("less").asString()).stream()
                        .allMatch(less -> paths.days(at, rule.path("more").asString()).stream()
                                .noneMatch(less::isAfter));
            case "time_limit" ->
                paths.days(at, rule.path("start").asString()).stream()
                        .allMatch(start -> paths.days(at, rule.path("end").asString()).stream()
                                .noneMatch(end -> end.isAfter(start.plusYears(1))));
            default ->
                paths.days(at, rule.path("date").asString()).stream()
                        .allMatch(day -> paths.days(at, rule.path("start").asString()).stream()
                                        .noneMatch(day::isBefore)
                                && paths.days(at, rule.path("end").asString()).stream()
                                        .noneMatch(day::isAfter));
        };
    }

    /** The rules inside a loop, once for each value, which takes the place of {@code $1}. */
    List<JsonNode> loop(JsonNode rule) {
        List<JsonNode> all = new ArrayList<>();
        for (var value :
                new LinkedHashSet<>(paths.texts(at, rule.path("foreach").asString()))) {
            // A value with a quotation mark would end the path's own; no vocabulary has one.
            if (value.matches("[A-Za-z0-9-]{0,20}")) all.add(replaced(rule.path("do"), value));
        }
        return all;
    }

    private static JsonNode replaced(JsonNode node, String value) {
        return JSON.readTree(node.toString().replace("$1", value));
    }

    private List<String> texts(JsonNode rule) {
        List<String> texts = new ArrayList<>();
        for (var path : rule.path("paths")) texts.addAll(paths.texts(at, path.asString()));
        return texts;
    }

    /** An element is there, whatever it holds; an attribute if it says something. */
    private boolean isThere(JsonNode rule) {
        for (var path : rule.path("paths")) {
            if (paths.nodes(at, path.asString()).stream()
                    .anyMatch(
                            it -> it instanceof Element || !it.getTextContent().isBlank())) return true;
        }
        return false;
    }

    private boolean begins(JsonNode rule, String text) {
        var separator = rule.path("separator").asString();
        for (var prefix : rule.path("prefix")) {
            if (paths.texts(at, prefix.asString()).stream().anyMatch(it -> text.startsWith(it + separator)))
                return true;
        }
        return false;
    }

    /** Said once for the activity, or at each element that it is about. */
    private boolean oneOrAll(JsonNode rule) {
        if (!paths.nodes(at, rule.path("one").asString()).isEmpty()) return true;
        return switch (rule.path("all").asString()) {
            case "lang" -> paths.nodes(at, ".//narrative[not(@xml:lang)]").isEmpty();
            case "currency" ->
                paths.nodes(at, ".//value[not(@currency)][not(ancestor::result)]")
                        .isEmpty();
            case "sector" -> paths.nodes(at, "transaction[not(sector)]").isEmpty();
            default -> throw new IllegalStateException("No such kind of all: " + rule.path("all"));
        };
    }

    private static boolean within(JsonNode rule, String text) {
        return number(
                text,
                it -> it.compareTo(new BigDecimal(rule.path("min").asString())) >= 0
                        && it.compareTo(new BigDecimal(rule.path("max").asString())) <= 0);
    }

    private boolean sums(JsonNode rule) {
        var sum = BigDecimal.ZERO;
        for (var text : texts(rule)) {
            try {
                sum = sum.add(new BigDecimal(text.strip()));
            } catch (NumberFormatException none) {
                return false;
            }
        }
        return sum.compareTo(new BigDecimal(rule.path("sum").asString())) == 0;
    }

    private static boolean number(String text, Predicate<BigDecimal> holds) {
        try {
            return holds.test(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
