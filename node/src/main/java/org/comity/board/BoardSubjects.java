package org.comity.board;

import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.feed.Audience;

/** Holds what a board is to show: each subject before one audience, with its body. */
public final class BoardSubjects {

    /** @param hash of what it says; empty where no board can hold that */
    public record Shown(Audience audience, String hash) {

        static Shown of(Audience audience, Map<String, Object> body) {
            try {
                return new Shown(audience, Publication.hash(body));
            } catch (IllegalArgumentException | ClassCastException e) {
                return new Shown(audience, "");
            }
        }
    }

    private record Placed(Audience audience, Map<String, Object> body) {}

    private final Map<String, Placed> all = new TreeMap<>();

    /**
     * Names what a participant calls by a reference: two participants of one State may give the same one, each for something of
     * its own.
     */
    public static String of(String participant, String reference) {
        return participant + ":" + reference;
    }

    /** In the place of an earlier one of this subject, before whomever that stood. */
    public void put(Audience audience, String subject, Map<String, Object> body) {
        all.put(subject, new Placed(audience, body));
    }

    public void remove(String subject) {
        all.remove(subject);
    }

    /** The same, to be compared with what stands. */
    public Map<String, Shown> shown() {
        var shown = new TreeMap<String, Shown>();
        all.forEach((subject, it) -> shown.put(subject, Shown.of(it.audience(), it.body())));
        return shown;
    }

    public Map<String, Map<String, Object>> before(Audience audience) {
        var some = new TreeMap<String, Map<String, Object>>();
        all.forEach((subject, it) -> {
            if (it.audience() == audience) some.put(subject, it.body());
        });
        return some;
    }
}
