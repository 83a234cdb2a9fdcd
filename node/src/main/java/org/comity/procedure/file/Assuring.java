package org.comity.procedure.file;

import java.util.Map;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a procedure's file says of assurances.
 *
 * @param given acts that give some under one answer alone, each with its own fields as that answer has them
 * @param before acts by which something or someone is given, each with the facts of the opening act under which it is
 * @param offers those of them that give nothing before the other State accepts, each with its facts as they then are
 */
record Assuring(
        Map<String, Map<String, String>> given,
        Map<String, Map<String, String>> before,
        Map<String, Map<String, String>> offers) {

    /** Do the rows of such an act count as given? */
    boolean counts(String type, Map<String, Object> body) {
        var said = new BodyFields(body);
        return given.getOrDefault(type, Map.of()).entrySet().stream()
                .allMatch(it -> said.text(it.getKey()).equals(it.getValue()));
    }

    boolean gives(String type, Map<String, String> opened) {
        return holds(before.get(type), opened);
    }

    boolean offers(String type, Map<String, String> facts) {
        return holds(offers.get(type), facts);
    }

    private static boolean holds(@Nullable Map<String, String> under, Map<String, String> facts) {
        return under != null && facts.entrySet().containsAll(under.entrySet());
    }
}
