package org.comity.exchange.door;

import java.util.Map;
import org.comity.exchange.Refusal;

/** Reads one text of a small JSON object, within its length. */
final class BoundedText {

    private BoundedText() {}

    static String of(Map<String, Object> json, String field, int longest) throws Refusal {
        if (!(json.get(field) instanceof String text) || text.isEmpty() || text.length() > longest) {
            throw new Refusal("field", field);
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal("unstorable-text", field);
        }
        return text;
    }
}
