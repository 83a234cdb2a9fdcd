package org.comity.interception;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Counted;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.View;
import org.comity.ui.DeskNotices;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the desk of collections whose hard stop has passed unrecorded, and of what is to be destroyed or told afterwards. */
@Component
class HardStopPassed implements DeskNotices {

    private static final String LAW = "interception";

    private static final String ENDS = "/requests?view=ALL&law=" + LAW + "&order=ENDS&stands=";

    private static final List<String> OVER = List.of("Stopped", "Closed");

    private static final Duration NEAR = Duration.ofDays(14);

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
        if (!access.mayWrite(by)) return List.of();
        var now = clock.instant();
        var counted = new ArrayList<>(List.of(until(View.ENDS_SOON, null, now, now, by)));
        for (var state : OVER) counted.add(until(View.ALL, state, now, now.plus(NEAR), by));
        var counts = requests.countEach(counted).iterator();
        var notices = new ArrayList<Notice>();
        add(notices, "passed", counts.next(), "/desk?view=ENDS_SOON&law=" + LAW);
        for (var state : OVER) add(notices, "due", counts.next(), ENDS + state);
        return notices;
    }

    /** Counted by its end: what was over long ago, and has none, is not read. */
    private static Counted until(View view, @Nullable String state, Instant now, Instant day, Official by) {
        var filter = new Filter(view, null, List.of(), state, null, null, null, now, List.of(LAW), by.id());
        return new Counted(filter, day);
    }

    private static void add(List<Notice> notices, String what, int n, String where) {
        if (n > 0) notices.add(new Notice("interception.desk." + what, n, where));
    }
}
