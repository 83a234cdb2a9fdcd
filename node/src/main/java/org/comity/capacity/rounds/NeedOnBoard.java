package org.comity.capacity.rounds;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.feed.Audience;

/**
 * What a board may say of a need: what its State lets this audience see, part by part. Who may see less than the need as a
 * whole sees no trace of the rest.
 *
 * @param body what is published
 */
record NeedOnBoard(Audience audience, Map<String, Object> body) {

    /** Parts that a State may narrow by themselves, and what belongs to each. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "title", List.of("title"),
            "why", List.of("why"),
            "cause", List.of("cause"),
            "dates", List.of("earliest", "latest"),
            "together", List.of("together"));

    private static final List<String> ALWAYS = List.of("kind", "articles", "units", "unit", "languages", "mode");
    private static final Map<String, Audience> BOARDS =
            Map.of("everybody", Audience.PUBLIC, "participants", Audience.PARTICIPANTS);

    /** Nothing for a need that its State shows to named ones or to the Secretariat alone. */
    static Optional<NeedOnBoard> of(String state, ActsOfHelp acts) {
        return Optional.ofNullable(BOARDS.get(acts.text("audience")))
                .map(it -> new NeedOnBoard(it, body(state, acts, it)));
    }

    private static Map<String, Object> body(String state, ActsOfHelp acts, Audience audience) {
        var body = new TreeMap<String, Object>();
        body.put("state", state);
        ALWAYS.forEach(it -> put(body, it, acts));
        if (body.remove("kind") instanceof String asked) body.put("asked", asked);
        var hidden = hidden(acts, audience);
        PARTS.forEach((part, fields) -> {
            if (!hidden.contains(part)) fields.forEach(it -> put(body, it, acts));
        });
        return body;
    }

    /** A part that is narrowed to another audience is left out, also where that audience is wider: the need's own counts. */
    private static Set<String> hidden(ActsOfHelp acts, Audience audience) {
        var hidden = new HashSet<String>();
        for (var row : acts.rows("seenBy")) {
            var seen = BOARDS.get(String.valueOf(row.get("audience")));
            boolean all = seen == Audience.PUBLIC || seen == audience;
            if (!all) hidden.add(String.valueOf(row.get("field")));
        }
        return hidden;
    }

    private static void put(Map<String, Object> body, String field, ActsOfHelp acts) {
        acts.said(field).ifPresent(it -> body.put(field, it));
    }
}
