package org.comity.operator;

import java.util.Map;
import org.comity.directory.EntryRefused;
import org.comity.ui.FormProblems;

/**
 * What somebody typed who did not admit an entry, with what kept it from being recorded.
 *
 * @param hash of the entry
 * @param why as it was typed
 */
public record TypedRefusal(String hash, String why, FormProblems problems) {

    /** Where it is typed why this entry is not admitted. */
    public static String field(String hash) {
        return "why-" + hash;
    }

    static String typed(String hash, Map<String, String> posted) {
        return posted.getOrDefault(field(hash), "");
    }

    static TypedRefusal of(String hash, String why, EntryRefused refused) {
        var field = refused.reason().equals("no-reason") ? field(hash) : "";
        return new TypedRefusal(hash, why, FormProblems.NONE.with(field, "error." + refused.code(), refused.facts()));
    }

    /** Nothing waits any more under which it could be typed again. */
    public boolean left(OperatorView directory) {
        return directory.waiting().stream().noneMatch(it -> it.hash().equals(hash));
    }
}
