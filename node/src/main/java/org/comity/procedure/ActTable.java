package org.comity.procedure;

import java.util.List;
import java.util.Map;

/**
 * The fields of each act of one procedure but the request, in the order in which they are asked and read.
 *
 * @param law the procedure as the law data and the messages name it, e.g. {@code preservation}
 */
public record ActTable(String law, Map<String, List<ActField>> acts) {

    public ActTable {
        acts = Map.copyOf(acts);
    }

    public List<ActField> of(String type) {
        return acts.getOrDefault(type, List.of());
    }

    public boolean has(String type) {
        return acts.containsKey(type);
    }
}
