package org.comity.proof.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks one question of a state, or of a state and an act; each has few answers. */
public sealed interface TableQuestion {

    String of(Map<String, Object> state, Map<String, String> facts);

    /** What a field holds; nothing if it is not there. */
    record Is(String field) implements TableQuestion {
        @Override
        public String of(Map<String, Object> state, Map<String, String> facts) {
            var value = at(state, field);
            return value == null ? "" : value.toString();
        }
    }

    /** What a fact says. */
    record Said(String fact) implements TableQuestion {
        @Override
        public String of(Map<String, Object> state, Map<String, String> facts) {
            return facts.getOrDefault(fact, "");
        }
    }

    /** Whether a field names the act that the fact names. */
    record Names(String field, String fact) implements TableQuestion {
        @Override
        public String of(Map<String, Object> state, Map<String, String> facts) {
            var value = at(state, field);
            if (value == null || value.equals("")) {
                return "none";
            }
            return value.equals(facts.get(fact)) ? "same" : "other";
        }
    }

    /** How much a number or a list holds. */
    record Count(String field, long full) implements TableQuestion {
        @Override
        public String of(Map<String, Object> state, Map<String, String> facts) {
            long count = switch (at(state, field)) {
                case null -> 0;
                case List<?> list -> list.size();
                case Number number -> number.longValue();
                case Object other -> throw new IllegalStateException(other.toString());
            };
            return count == 0 ? "none" : count < full ? "some" : "full";
        }
    }

    /** Whether a list has the act that the fact names; of one with a mark, what the mark says. */
    record Has(String field, String fact, @Nullable String mark) implements TableQuestion {
        @Override
        public String of(Map<String, Object> state, Map<String, String> facts) {
            var named = facts.get(fact);
            if (named == null || !(at(state, field) instanceof List<?> list)) return "no";
            for (var each : list) {
                if (FieldChange.speaksOf(each, named)) {
                    return mark == null ? "yes" : String.valueOf(((Map<?, ?>) each).get(mark));
                }
            }
            return "no";
        }
    }

    /** The instant in the fact, beside that in a field. */
    record When(String field, String fact) implements TableQuestion {
        @Override
        public String of(Map<String, Object> state, Map<String, String> facts) {
            var value = at(state, field);
            var said = facts.get(fact);
            if (value == null || said == null || !new FactRule.AnInstant().allows(said)) {
                return "none";
            }
            int order = Instant.parse(said).compareTo(Instant.parse(value.toString()));
            return order < 0 ? "earlier" : order == 0 ? "same" : "later";
        }
    }

    /** Of a nested state by its names with dots, e.g. {@code resume.until}; the whole state for none. */
    static @Nullable Object at(Map<String, Object> state, String field) {
        if (field.isEmpty()) return state;
        Object here = state;
        int from = 0;
        for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.', from)) {
            here = here instanceof Map<?, ?> map ? map.get(field.substring(from, dot)) : null;
            from = dot + 1;
        }
        return here instanceof Map<?, ?> map ? map.get(field.substring(from)) : null;
    }
}
