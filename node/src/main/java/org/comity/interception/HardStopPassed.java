package org.comity.interception;

import java.time.Clock;
import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk of collections whose hard stop has passed while nobody has put on record that it was reached. */
@Component
class HardStopPassed implements DeskNotices {

    private static final String LAW = "interception";

    private static final int MOST = 50;

    private final Requests requests;
    private final CaseAccess access;
    private final Clock clock;

    HardStopPassed(Requests requests, CaseAccess access, Clock clock) {
        this.requests = requests;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public List<Notice> notices(Official by) {
        if (!access.mayWrite(by)) {
            return List.of();
        }
        var now = clock.instant();
        var ending = new Filter(View.ENDS_SOON, null, List.of(), null, null, null, null, now, LAW, by.id());
        int n = (int) requests.list(ending, Order.ENDS, null, MOST).rows().stream()
                .filter(it -> it.until() != null && !it.until().isAfter(now))
                .count();
        return n == 0
                ? List.of()
                : List.of(new Notice("interception.desk.passed", n, "/desk?view=ENDS_SOON&law=" + LAW));
    }
}
