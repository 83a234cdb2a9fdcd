package org.comity.evidence.pages;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.upload.FilePlace;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what a form of this official left unfinished in this request before: without script nobody can go on with it, so the same file chosen again takes its place. What declares its size was begun by a program, which goes on with it, and stays.
 */
final class ReplacingUnfinished {

    private static final int MOST = 1000;

    private final Map<FilePlace, List<UUID>> left;
    private final Evidence evidence;
    private final Official by;

    ReplacingUnfinished(Evidence evidence, @Nullable String thread, Official by) {
        this.evidence = evidence;
        this.by = by;
        this.left = evidence.unfinished(thread, MOST).stream()
                .filter(it -> it.declaredSize() == null && it.begunBy().equals(by.id()))
                .collect(Collectors.groupingBy(
                        it -> new FilePlace(it.folder(), it.name()),
                        HashMap::new,
                        Collectors.mapping(Item::id, Collectors.toList())));
    }

    /** Before a file of the form is added; of two alike in one form, the second does not replace the first. */
    void giveUp(FilePlace place) throws IOException {
        var before = left.remove(place);
        if (before == null) return;
        for (var each : before) giveUp(each);
    }

    private void giveUp(UUID item) throws IOException {
        try {
            evidence.giveUp(item, by);
        } catch (EvidenceRefused addedToOrSealedNow) {
            // From another window: it does not wait for anybody.
        }
    }
}
