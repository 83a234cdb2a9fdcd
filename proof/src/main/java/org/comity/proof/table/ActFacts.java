package org.comity.proof.table;

import java.util.Map;

/**
 * Holds the little of an act that a fold may read.
 *
 * @param act its id
 */
public record ActFacts(String act, String type, String role, Map<String, String> facts) {

    public ActFacts {
        facts = Map.copyOf(facts);
    }
}
