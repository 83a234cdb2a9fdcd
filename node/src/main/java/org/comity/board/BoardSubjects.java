package org.comity.board;

import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.feed.Audience;

/** Holds what a board is to show: each subject before one audience, with its body. */
public final class BoardSubjects {

    private record Placed(Audience audience, Map<String, Object> body) {}

    private final Map<String, Placed> all = new TreeMap<>();

    /** In the place of an earlier one of this subject, before whomever that stood. */
    public void put(Audience audience, String subject, Map<String, Object> body) {
        all.put(subject, new Placed(audience, body));
    }

    public void remove(String subject) {
        all.remove(subject);
    }

    public Map<String, Map<String, Object>> before(Audience audience) {
        var some = new TreeMap<String, Map<String, Object>>();
        all.forEach((subject, it) -> {
            if (it.audience() == audience) some.put(subject, it.body());
        });
        return some;
    }
}
