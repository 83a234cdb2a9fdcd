package org.comity.casework.compose;

import java.util.HashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Reads the tick <i>This is a drill</i> of the first page; it is kept with the draft, not in what the request says. */
public final class DrillTick {

    public static final String NAME = "drill";

    private DrillTick() {}

    public static boolean in(Map<String, ?> form) {
        return form.containsKey(NAME);
    }

    /** With the tick, for a page that is shown again before there is a draft. */
    static Map<String, Object> typed(Map<String, Object> body, MultiValueMap<String, String> form) {
        var typed = new HashMap<>(body);
        typed.put(NAME, in(form));
        return typed;
    }
}
