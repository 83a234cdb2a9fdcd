package org.comity.proof.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of one field of a state. */
public sealed interface Change {

    @Nullable Object to(@Nullable Object before, Map<String, Object> from, Said act);

    record Drop() implements Change {
        @Override
        public @Nullable Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            return null;
        }
    }

    record Constant(Object value) implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            return value;
        }
    }

    /** What another field held before the act; the whole state for no name. */
    record Held(String field) implements Change {
        @Override
        public @Nullable Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            return Question.at(from, field);
        }
    }

    /** The id of the act itself. */
    record ThisAct() implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            return act.act();
        }
    }

    /** The instant that the act states. */
    record Stated(String fact) implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            return Instant.parse(act.facts().getOrDefault(fact, "")).toString();
        }
    }

    record OneMore() implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            return ((Number) Objects.requireNonNull(before, "a table that was gone through counts what is there")).longValue() + 1;
        }
    }

    /** The act comes to the end of a list; with a mark, as an object that bears it unset. */
    record Adds(@Nullable String mark) implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            var more = new ArrayList<Object>((List<?>) before);
            more.add(mark == null ? act.act() : Map.of("act", act.act(), mark, false));
            return more;
        }
    }

    /** The act that the fact names leaves the list. */
    record Removes(String fact) implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
            var named = act.facts().getOrDefault(fact, "");
            return list(before).stream().filter(it -> !speaksOf(it, named)).toList();
        }
    }

    /** The act that the fact names gets its mark. */
    record Marks(String fact, String mark) implements Change {
        @Override
        public Object to(@Nullable Object before, Map<String, Object> from, Said act) {
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

    static Map<String, Object> all(Map<String, Change> changes, Map<String, Object> from, Said act) {
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
