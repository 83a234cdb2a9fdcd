package org.comity.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.procedure.file.DescribedAct;

/** The fields of every act as a page for vendors, of what the description for machines says. */
final class FieldsOfActsPage {

    private static final String HEAD = """
            # Fields of the acts

            What a program gives as `body` and `facts` of each act ([the interface](api.md)). Written from the same as `openapi.json`, where each body is a component, e.g. `inquiry-1.reply`. Do not edit: `-Dprocedures.write` writes it anew, and the build fails when it is stale.

            Times are instants in UTC (`2026-11-24T10:00:00Z`), days `2026-11-24`. What is left out is empty. *Needed*: in every act; a request is also asked for what the law of its instrument makes mandatory, and submission says what is missing. Codes of grounds, scopes and offences are those of the instrument that governs; listed are those of all.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    static String of(List<DescribedAct> acts) {
        var page = new FieldsOfActsPage();
        var last = "";
        for (var act : acts) {
            if (!act.procedure().equals(last)) {
                page.page.append("\n## %s\n\n| act | `body` | `facts` |\n|---|---|---|\n".formatted(act.procedure()));
                last = act.procedure();
            }
            page.page.append("| `%s`%s | %s | %s |\n"
                    .formatted(
                            act.type(),
                            act.opens() ? " (opens)" : "",
                            fields(act.fields(), act.needed()),
                            fields(act.facts(), Map.of())));
        }
        return page.page.toString();
    }

    private static String fields(Map<String, Object> fields, Map<String, String> needed) {
        return fields.entrySet().stream()
                .map(it -> "`%s`%s".formatted(it.getKey(), said((Map<?, ?>) it.getValue(), needed.get(it.getKey()))))
                .collect(Collectors.joining(", "));
    }

    private static String said(Map<?, ?> schema, @org.jspecify.annotations.Nullable String needed) {
        var kind = kind(schema);
        var words = java.util.stream.Stream.of(kind, needed == null ? "" : needed)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private static String kind(Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> options) {
            return options.stream()
                    .map(String::valueOf)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        if (schema.get("pattern") instanceof String pattern) {
            if (schema.get("examples") instanceof List<?> such && !such.isEmpty()) {
                return "e.g. `" + such.getFirst() + "`";
            }
            if (pattern.contains("{12}")) {
                return "manifest, or id of an item";
            }
            return pattern.contains("T(") || pattern.contains("T[")
                    ? "instant"
                    : pattern.contains("{64}") ? "id of an act" : "day";
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "boolean" -> "true or false";
            case "integer" -> "number" + bounds(schema);
            case "array" -> schema.get("items") instanceof Map<?, ?> items ? "list: " + kind(items) : "list";
            case "object" ->
                schema.get("properties") instanceof Map<?, ?> members
                        ? members.entrySet().stream()
                                .map(it -> "`%s`%s".formatted(it.getKey(), said((Map<?, ?>) it.getValue(), null)))
                                .collect(Collectors.joining(", "))
                        : "";
            default -> schema.get("maxLength") instanceof Integer longest && longest < 8000 ? "line" : "text";
        };
    }

    private static String bounds(Map<?, ?> schema) {
        return schema.get("maximum") instanceof Integer most && most < 1_000_000
                ? ", %s to %s".formatted(schema.get("minimum"), most)
                : "";
    }
}
