package org.comity.forum;

import java.util.List;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk of whoever may open rooms of those that others proposed. */
@Component
class ProposedRooms implements DeskNotices {

    private final AdministeringRooms holding;

    ProposedRooms(AdministeringRooms holding) {
        this.holding = holding;
    }

    @Override
    public List<Notice> notices(Official by) {
        int n = holding.waitingFor(by);
        return n == 0 ? List.of() : List.of(new Notice("forum.desk", n, "/rooms/held"));
    }
}
