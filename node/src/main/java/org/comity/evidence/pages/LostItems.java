package org.comity.evidence.pages;

import java.util.List;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Damaged and missing items, for whoever may see them: said on their desk, and listed. */
@Component
class LostItems implements DeskNotices {

    /** More than this are not looked at; whoever has so many looks at the disk first. */
    private static final int MOST = 200;

    private final Evidence evidence;
    private final EvidenceAccess access;

    LostItems(Evidence evidence, EvidenceAccess access) {
        this.evidence = evidence;
        this.access = access;
    }

    List<Item> seen(Official by) {
        var lost = evidence.lost(MOST);
        if (lost.isEmpty()) return lost;
        var cases = access.ofItems(lost, by);
        return lost.stream()
                .filter(it -> it.thread() == null ? access.keeps(by) : cases.containsKey(it.id()))
                .toList();
    }

    @Override
    public List<Notice> notices(Official by) {
        int n = seen(by).size();
        return n == 0 ? List.of() : List.of(new Notice("evidence.desk.lost", n, "/evidence?lost=yes"));
    }
}
