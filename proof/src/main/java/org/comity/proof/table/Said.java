package org.comity.proof.table;

import java.util.Map;

/**
 * The little of an act that a fold may read.
 *
 * @param act its id
 */
public record Said(String act, String type, String role, Map<String, String> facts) {

    public Said {
        facts = Map.copyOf(facts);
    }
}
