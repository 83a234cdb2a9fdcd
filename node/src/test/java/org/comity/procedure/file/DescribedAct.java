package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.proof.table.MoveTable;

/**
 * The body and the facts of one act as JSON Schema.
 *
 * @param fields of the body by key, each also while it says nothing
 * @param needs what must hold besides before it is sealed
 * @param needed the same in words, by the key of the field
 * @param facts that the fold reads, by name
 * @param closed a field beside these is refused when a program writes it
 */
public record DescribedAct(
        String procedure,
        String type,
        boolean opens,
        Map<String, Object> fields,
        List<Object> needs,
        Map<String, String> needed,
        Map<String, Object> facts,
        boolean closed) {

    /** As the components name it. */
    public String name() {
        return procedure.replace('/', '-') + "." + type;
    }

    /** Said in a thread of any number of parties. */
    public boolean joint() {
        return MoveTable.find(procedure).orElseThrow().parties() != null;
    }

    /** What it can say, whoever wrote it; a newer peer may say more. */
    public Map<String, Object> body() {
        return ordered("type", "object", "title", "%s of %s".formatted(type, procedure), "properties", fields);
    }

    /** What a program may write: no field that nobody knows. */
    public Map<String, Object> written() {
        var written = ordered("$ref", "#/components/schemas/" + name());
        if (closed) {
            written.put("unevaluatedProperties", false);
        }
        if (fields.containsKey("basisKind")) {
            var none = new LinkedHashMap<String, Object>();
            Stream.of("basisKind", "basis", "basisArticle").forEach(it -> none.put(it, false));
            written.putAll(ordered("if", otherBasis(), "else", Map.of("properties", none)));
        }
        return written;
    }

    /** What is sealed at once: nothing that is needed is left out. */
    public Map<String, Object> sealed() {
        var all = new ArrayList<Object>(List.of(written()));
        all.addAll(needs);
        return ordered("allOf", all);
    }

    public Map<String, Object> factsWritten(boolean sealed) {
        var schema = ordered("type", "object", "properties", facts, "additionalProperties", false);
        if (sealed && !facts.isEmpty() && !opens) {
            schema.put("required", List.copyOf(facts.keySet()));
        }
        return schema;
    }

    static Map<String, Object> otherBasis() {
        return ordered("properties", Map.of("instrument", Map.of("const", "other")), "required", List.of("instrument"));
    }

    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int n = 0; n < pairs.length; n += 2) {
            map.put((String) pairs[n], pairs[n + 1]);
        }
        return map;
    }
}
