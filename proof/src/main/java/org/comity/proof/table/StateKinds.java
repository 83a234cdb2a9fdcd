package org.comity.proof.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells states apart as questions can: words of the table as they are; any act's id and any instant as one; of lists and numbers whether they are empty, hold some or are full.
 *
 * @param full by field, from which count on a question calls it full; a field that none asks so is never full
 */
record StateKinds(Map<String, Long> full) {

    private enum Size {
        NONE,
        SOME,
        FULL
    }

    private enum Any {
        ACT,
        INSTANT
    }

    /** A list or number; {@code unset} and {@code set}: an element with a mark of this kind may be in it. */
    private record Many(Size size, boolean unset, boolean set) {}

    static StateKinds of(Iterable<TableQuestion> questions) {
        var full = new HashMap<String, Long>();
        for (var each : questions) {
            if (each instanceof TableQuestion.Count(var field, var from) && from < Long.MAX_VALUE) {
                if (from < 1 || full.getOrDefault(field, from) != from) {
                    throw new IllegalArgumentException(field + " is full from one count on, of 1 or more");
                }
                full.put(field, from);
            }
        }
        return new StateKinds(Map.copyOf(full));
    }

    /** What the question can give of an act with these facts. */
    Set<String> answers(TableQuestion question, Map<String, FactRule> facts, Map<String, Object> from) {
        return switch (question) {
            case TableQuestion.Is(var field) -> Set.of(word(TableQuestion.at(from, field)));
            case TableQuestion.Said(var fact) -> said(facts.get(fact), fact);
            case TableQuestion.Names(var field, var fact) -> names(TableQuestion.at(from, field), facts.get(fact));
            case TableQuestion.Count(var field, var _) ->
                Set.of(size(field, from).name().toLowerCase(Locale.ROOT));
            case TableQuestion.Has(var field, var fact, var mark) ->
                has(TableQuestion.at(from, field), facts.get(fact), mark);
            case TableQuestion.When(var field, var fact) -> when(TableQuestion.at(from, field), facts.get(fact));
        };
    }

    private static String word(@Nullable Object value) {
        if (value instanceof Any || value instanceof Many || value instanceof Map) {
            throw new IllegalArgumentException("a question asks for a word where there is none of the table's");
        }
        return value == null ? "" : value.toString();
    }

    private static Set<String> said(@Nullable FactRule fact, String name) {
        return switch (fact) {
            case null -> Set.of("");
            case FactRule.OneOf(var values) -> values;
            default ->
                throw new IllegalArgumentException("fact %s can say anything, so no cases are enough".formatted(name));
        };
    }

    private static Set<String> names(@Nullable Object value, @Nullable FactRule fact) {
        if (value == null || value.equals("")) return Set.of("none");
        return fact == null ? Set.of("other") : Set.of("same", "other");
    }

    private Size size(String field, Map<String, Object> from) {
        return switch (TableQuestion.at(from, field)) {
            case null -> Size.NONE;
            case Many many -> many.size();
            default -> throw new IllegalArgumentException(field + " is neither a list nor a number");
        };
    }

    private static Set<String> has(@Nullable Object value, @Nullable FactRule fact, @Nullable String mark) {
        if (!(value instanceof Many list) || list.size() == Size.NONE || fact == null) return Set.of("no");
        if (mark == null) return Set.of("no", "yes");
        var answers = new LinkedHashSet<>(List.of("no"));
        if (list.unset()) answers.add("false");
        if (list.set()) answers.add("true");
        return answers;
    }

    private static Set<String> when(@Nullable Object value, @Nullable FactRule fact) {
        if (value == null || fact == null) return Set.of("none");
        if (value != Any.INSTANT || !(fact instanceof FactRule.AnInstant)) {
            throw new IllegalArgumentException("a question compares what is no instant");
        }
        return Set.of("earlier", "same", "later");
    }

    /**
     * What a field can hold after the change; nothing if it is gone.
     *
     * @param said what questions gave on the way to it
     */
    Set<Optional<Object>> after(
            String field,
            FieldChange change,
            Map<String, FactRule> facts,
            Map<String, Object> from,
            Map<TableQuestion, String> said) {
        return switch (change) {
            case FieldChange.Drop _ -> Set.of(Optional.empty());
            case FieldChange.Constant(var value) -> Set.of(Optional.of(constant(field, value)));
            case FieldChange.Held(var other) -> Set.of(Optional.ofNullable(TableQuestion.at(from, other)));
            case FieldChange.ThisAct _ -> Set.of(Optional.of(Any.ACT));
            case FieldChange.Stated(var fact) -> {
                if (facts.get(fact) instanceof FactRule.AnInstant) yield Set.of(Optional.of(Any.INSTANT));
                throw new IllegalArgumentException(
                        "the instant of fact %s, which the step does not ask for".formatted(fact));
            }
            case FieldChange.OneMore _ -> any(grown(field, many(field, from), false));
            case FieldChange.Adds(var mark) -> any(grown(field, many(field, from), mark != null));
            case FieldChange.Removes(var fact) ->
                any(removed(field, many(field, from), element(field, fact, facts, said)));
            case FieldChange.Marks(var fact, var _) ->
                any(marked(many(field, from), element(field, fact, facts, said)));
        };
    }

    private Object constant(String field, Object value) {
        return switch (value) {
            case List<?> _ -> new Many(Size.NONE, false, false);
            case Number number -> new Many(sized(field, number.longValue()), false, false);
            default -> value;
        };
    }

    private Size sized(String field, long count) {
        return count == 0 ? Size.NONE : count < full.getOrDefault(field, Long.MAX_VALUE) ? Size.SOME : Size.FULL;
    }

    private static Set<Optional<Object>> any(Set<Many> values) {
        var all = new HashSet<Optional<Object>>();
        values.forEach(it -> all.add(Optional.of(it)));
        return all;
    }

    private static Many many(String field, Map<String, Object> from) {
        if (from.get(field) instanceof Many many) return many;
        throw new IllegalArgumentException("%s is changed as a list or number, and is none".formatted(field));
    }

    private Set<Many> grown(String field, Many before, boolean marked) {
        boolean unset = before.unset() || marked;
        var all = new HashSet<Many>();
        if (before.size() == Size.NONE) return Set.of(new Many(sized(field, 1), unset, before.set()));
        if (before.size() == Size.SOME) all.add(new Many(Size.SOME, unset, before.set()));
        if (before.size() == Size.FULL || full.containsKey(field)) all.add(new Many(Size.FULL, unset, before.set()));
        return all;
    }

    /** Whether the element that the fact names is in the list, as a question on the way gave it; null if none asked. */
    private static @Nullable String element(
            String field, String fact, Map<String, FactRule> facts, Map<TableQuestion, String> said) {
        if (!facts.containsKey(fact)) return "no";
        return said.entrySet().stream()
                .filter(it -> it.getKey() instanceof TableQuestion.Has(var of, var by, var _)
                        && of.equals(field)
                        && by.equals(fact))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Set<Many> removed(String field, Many before, @Nullable String element) {
        if (before.size() == Size.NONE || "no".equals(element)) return Set.of(before);
        boolean marks = before.unset() || before.set();
        var all = new HashSet<Many>(element == null ? Set.of(before) : Set.of());
        if (before.size() == Size.FULL) all.add(before);
        boolean last = before.size() == Size.SOME || full.getOrDefault(field, 0L) == 1;
        if (last) all.add(new Many(Size.NONE, false, false));
        if (full.getOrDefault(field, 0L) == 1) return all;
        for (boolean unset : either(before.unset())) {
            for (boolean set : either(before.set())) {
                if (unset || set || !marks) all.add(new Many(Size.SOME, unset, set));
            }
        }
        return all;
    }

    private static Set<Many> marked(Many before, @Nullable String element) {
        if (before.size() == Size.NONE || !before.unset() || "no".equals(element) || "true".equals(element)) {
            return Set.of(before);
        }
        var all = new HashSet<>(Set.of(new Many(before.size(), true, true), new Many(before.size(), false, true)));
        if (element == null) all.add(before);
        return all;
    }

    private static Set<Boolean> either(boolean may) {
        return may ? Set.of(true, false) : Set.of(false);
    }
}
