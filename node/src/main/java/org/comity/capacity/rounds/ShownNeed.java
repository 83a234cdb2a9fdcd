package org.comity.capacity.rounds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a need what a reader may see: nothing where the need as a whole is for others, and of its parts those that the
 * State did not narrow beyond this reader. Who sees less finds no trace of the rest.
 */
final class ShownNeed {

    /** Parts that a State may narrow by themselves, and what belongs to each. */
    static final Map<String, List<String>> PARTS = Map.of(
            "title", List.of("title"),
            "why", List.of("why"),
            "cause", List.of("cause"),
            "severity", List.of("severity"),
            "attempts", List.of("attempts"),
            "dates", List.of("earliest", "latest"),
            "together", List.of("together"),
            "legal", List.of("legalBasis", "oversight"),
            "legal-system", List.of("legalSystem"));

    /** Parts that a State could not narrow when the first needs were signed: they leave only where it wrote who sees them. */
    private static final Set<String> ONLY_IF_SAID = Set.of("severity");

    /** What whoever sees the need at all must know of it; all that is in neither list is for the Secretariat alone. */
    static final List<String> ALWAYS = List.of("kind", "articles", "units", "unit", "languages", "mode");

    private static final Map<Object, String> ATTEMPT = Map.of("what", "attempt", "result", "came");

    private ShownNeed() {}

    /** @return nothing where this reader sees nothing of it */
    static Optional<Map<String, Object>> to(NeedReader reader, String state, ActsOfHelp acts) {
        if (!reader.reads(acts.text("audience"))) return Optional.empty();
        var body = new TreeMap<String, Object>();
        body.put("state", state);
        ALWAYS.forEach(it -> put(body, it, acts));
        // On a board a member of that name says what kind of publication it is.
        if (body.remove("kind") instanceof String asked) body.put("asked", asked);
        var hidden = hidden(reader, acts);
        PARTS.forEach((part, fields) -> {
            if (!hidden.contains(part)) fields.forEach(it -> put(body, it, acts));
        });
        body.computeIfPresent("attempts", (_, attempts) -> attempts(attempts));
        return Optional.of(body);
    }

    /** Of two words on one part the narrower counts; a wider one than the need's own widens nothing. */
    private static Set<String> hidden(NeedReader reader, ActsOfHelp acts) {
        var hidden = new HashSet<String>();
        if (reader != NeedReader.SECRETARIAT) hidden.addAll(ONLY_IF_SAID);
        var rows = acts.rows("seenBy");
        rows.forEach(it -> hidden.remove(String.valueOf(it.get("field"))));
        for (var row : rows) {
            if (!reader.reads(row.get("audience"))) hidden.add(String.valueOf(row.get("field")));
        }
        return hidden;
    }

    private static void put(Map<String, Object> body, String field, ActsOfHelp acts) {
        acts.said(field).ifPresent(it -> body.put(field, it));
    }

    /** With words of their own: on boards a result is that of a draw, and what is what is asked. */
    private static @Nullable Object attempts(Object attempts) {
        var all = new ArrayList<Map<String, Object>>();
        for (var each : attempts instanceof List<?> list ? list : List.of()) {
            if (!(each instanceof Map<?, ?> row)) continue;
            var one = new TreeMap<String, Object>();
            row.forEach((key, value) -> {
                if (!"".equals(value)) one.put(ATTEMPT.getOrDefault(key, String.valueOf(key)), value);
            });
            all.add(one);
        }
        return all.isEmpty() ? null : all;
    }
}
