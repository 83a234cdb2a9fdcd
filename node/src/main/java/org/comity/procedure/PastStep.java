package org.comity.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One act of those that led an older request to its status, as the procedure's file says them.
 *
 * @param said what the fold reads of it, by fact
 * @param end the fact that names an end; empty where it has none
 * @param reached it names the end that stands, and no new one
 * @param speaks by fact, the types of earlier acts that it can name
 * @param channel it says by which way the other request came
 */
public record PastStep(
        String type,
        Map<String, String> said,
        String end,
        boolean reached,
        Map<String, List<String>> speaks,
        boolean channel) {

    /** The status of a request of which nothing else is known; its only step is the opening act. */
    public static final String ASKED = "asked";

    public PastStep {
        said = Map.copyOf(said);
        speaks = Map.copyOf(speaks);
    }

    /** Does it set an end? */
    public boolean sets() {
        return !end.isEmpty() && !reached;
    }

    /**
     * What the fold needs.
     *
     * @param instant its end, where it has one
     * @param newest the newest earlier act of one of these types, by its id
     */
    public Map<String, String> facts(String instant, Function<List<String>, Optional<String>> newest) {
        var facts = new HashMap<>(said);
        if (!end.isEmpty()) {
            facts.put(end, instant);
        }
        speaks.forEach((fact, types) -> newest.apply(types).ifPresent(it -> facts.put(fact, it)));
        return facts;
    }
}
