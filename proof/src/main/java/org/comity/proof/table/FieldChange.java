package org.comity.proof.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what becomes of one field of a state. */
public sealed interface FieldChange {

    @Nullable
    Object to(@Nullable Object before, Map<String, Object> from, ActFacts act);

    record Drop() implements FieldChange {
        @Override
        public @Nullable Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            return null;
        }
    }

    record Constant(Object value) implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            return value;
        }
    }

    /** What another field held before the act; the whole state for no name. */
    record Held(String field) implements FieldChange {
        @Override
        public @Nullable Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            return TableQuestion.at(from, field);
        }
    }

    /** The id of the act itself. */
    record ThisAct() implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            return act.act();
        }
    }

    /** The instant that the act states. */
    record Stated(String fact) implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            return Instant.parse(act.facts().getOrDefault(fact, "")).toString();
        }
    }

    record OneMore() implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            return ((Number) Objects.requireNonNull(before, "a table that was gone through counts what is there"))
                            .longValue()
                    + 1;
        }
    }

    /** The act comes to the end of a list; with a mark, as an object that bears it unset. */
    record Adds(@Nullable String mark) implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            var more = new ArrayList<Object>((List<?>) before);
            more.add(mark == null ? act.act() : Map.of("act", act.act(), mark, false));
            return more;
        }
    }

    /** The act that the fact names leaves the list. */
    record Removes(String fact) implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            var named = act.facts().getOrDefault(fact, "");
            return list(before).stream().filter(it -> !speaksOf(it, named)).toList();
        }
    }

    /** The act that the fact names gets its mark. */
    record Marks(String fact, String mark) implements FieldChange {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, ActFacts act) {
            var named = act.facts().getOrDefault(fact, "");
            return list(before).stream()
                    .map(it -> speaksOf(it, named) ? Map.of("act", named, mark, true) : it)
                    .toList();
        }
    }

    private static List<?> list(@Nullable Object before) {
        return (List<?>) Objects.requireNonNull(before, "a table that was gone through changes lists that are there");
    }

    static boolean speaksOf(@Nullable Object element, String act) {
        return act.equals(element instanceof Map<?, ?> map ? map.get("act") : element);
    }

    static Map<String, Object> all(Map<String, FieldChange> changes, Map<String, Object> from, ActFacts act) {
        var to = new LinkedHashMap<>(from);
        changes.forEach((field, change) -> {
            var value = change.to(from.get(field), from, act);
            if (value == null) {
                to.remove(field);
            } else {
                to.put(field, value);
            }
        });
        return to;
    }
}
