package org.comity.treaty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.comity.directory.TreatyEntry;
import org.jspecify.annotations.Nullable;

/**
 * A reservation or declaration as the depositary notified it, beside what the State's own entry in the directory says: a
 * suggestion to compare, since only the State writes its entry.
 *
 * @param notified null where no notification of it is recorded here
 * @param entry null where the State's entry does not have it
 */
public record ComparedStatement(@Nullable TreatyLine notified, TreatyEntry.@Nullable Statement entry) {

    /** How the two stand to each other; whether that matters is for the State. */
    public enum Verdict {
        SAME,
        WORDS_DIFFER,
        ONLY_NOTIFIED,
        ONLY_ENTRY
    }

    public Verdict verdict() {
        if (notified == null) {
            return Verdict.ONLY_ENTRY;
        }
        if (entry == null) {
            return Verdict.ONLY_NOTIFIED;
        }
        return plain(notified.words()).equals(plain(entry.text())) ? Verdict.SAME : Verdict.WORDS_DIFFER;
    }

    public String article() {
        return notified != null ? notified.article() : entry == null ? "" : entry.article();
    }

    public String kind() {
        return notified != null
                ? notified.step().word()
                : entry == null ? "" : entry.kind().word();
    }

    static List<ComparedStatement> of(List<TreatyLine> notified, List<TreatyEntry.Statement> entry) {
        var left = new ArrayList<>(entry);
        var pairs = new HashMap<TreatyLine, TreatyEntry.Statement>();
        // Of several on one article those of the same words belong together; what is left over is compared as it comes.
        for (boolean ofOneWording : new boolean[] {true, false}) {
            for (var line : notified) {
                if (pairs.containsKey(line)) continue;
                var same = left.stream()
                        .filter(it -> about(line, it))
                        .filter(it -> !ofOneWording || plain(it.text()).equals(plain(line.words())))
                        .findFirst();
                same.ifPresent(it -> {
                    left.remove(it);
                    pairs.put(line, it);
                });
            }
        }
        var compared = new ArrayList<ComparedStatement>();
        notified.forEach(it -> compared.add(new ComparedStatement(it, pairs.get(it))));
        left.forEach(it -> compared.add(new ComparedStatement(null, it)));
        return List.copyOf(compared);
    }

    private static boolean about(TreatyLine line, TreatyEntry.Statement entry) {
        return entry.kind().word().equals(line.step().word()) && entry.article().equals(line.article());
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
