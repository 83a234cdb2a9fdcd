package org.comity.bench.tamper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.comity.proof.form.Digests;

/** Lists what is done to a bag's own lists after its files were changed. */
enum BagListChange {
    /** they stay, and so tell */
    KEPT,
    /** made anew, so that only what is signed tells */
    ANEW,
    /** made anew, and the statement of who made the bag left out */
    UNSIGNED,
    /** made anew, with the statement of another bag */
    BORROWED;

    private static final String STATEMENT = "export.json";
    static final Set<String> NAMES = Set.of("manifest-sha256.txt", "tagmanifest-sha256.txt", STATEMENT);

    void of(SequencedMap<String, byte[]> files, Map<String, byte[]> other) {
        if (this == KEPT) return;
        if (this == UNSIGNED) files.remove(STATEMENT);
        if (this == BORROWED) files.put(STATEMENT, other.get(STATEMENT));
        list(files, "manifest-sha256.txt", true);
        list(files, "tagmanifest-sha256.txt", false);
    }

    private static void list(SequencedMap<String, byte[]> files, String name, boolean data) {
        var list = new StringBuilder();
        files.forEach((each, content) -> {
            if (each.startsWith("data/") == data && !each.equals("tagmanifest-sha256.txt")) {
                list.append(Digests.sha256(content)).append("  ").append(each).append('\n');
            }
        });
        files.put(name, list.toString().getBytes(UTF_8));
    }
}
