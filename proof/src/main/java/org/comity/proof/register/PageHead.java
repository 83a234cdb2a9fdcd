package org.comity.proof.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;

/**
 * Says which entries a page of a joint thread brings (R81): its first payload, before the acts.
 *
 * @param after the entry behind which it begins
 * @param entries in a row from there on, at most 100
 * @param last the sender's last n, as far as the receiver may see
 */
public record PageHead(String thread, long after, List<SignedEntry> entries, long last) {

    public static final int MOST_ENTRIES = 100;

    public PageHead {
        entries = List.copyOf(entries);
    }

    public byte[] json() {
        return CanonicalJson.write(Map.of(
                "after",
                after,
                "entries",
                entries.stream().map(it -> CanonicalJson.read(it.json())).toList(),
                "last",
                last,
                "thread",
                thread));
    }

    /** Strictly; {@link Malformed} if it is none. */
    public static PageHead read(byte[] json) {
        var root = CanonicalJson.read(json);
        StrictReading.only(root, Set.of("after", "entries", "last", "thread"));
        long after = number(root, "after");
        var entries = entries(root.get("entries"), MOST_ENTRIES);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).entry().n() != after + i + 1) throw new Malformed("field", "entries");
        }
        long last = number(root, "last");
        if (last < after + entries.size()) throw new Malformed("field", "last");
        return new PageHead(StrictReading.text(root, "thread", StrictReading.THREAD), after, entries, last);
    }

    /** {@code {"entries":[…]}}, as an invitation begins. */
    public static List<SignedEntry> readEntries(byte[] json, int most) {
        var root = CanonicalJson.read(json);
        StrictReading.only(root, Set.of("entries"));
        return entries(root.get("entries"), most);
    }

    private static List<SignedEntry> entries(@org.jspecify.annotations.Nullable Object json, int most) {
        if (!(json instanceof List<?> list)) throw new Malformed("field", "entries");
        if (list.size() > most) throw new Malformed("too-many", "entries");
        var entries = new ArrayList<SignedEntry>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?>)) throw new Malformed("field", "entries");
            entries.add(SignedEntry.read(CanonicalJson.write(StrictReading.object("entries", each))));
        }
        return entries;
    }

    private static long number(Map<String, Object> json, String field) {
        if (!(json.get(field) instanceof Number number) || number.longValue() < 0) throw new Malformed("field", field);
        return number.longValue();
    }
}
