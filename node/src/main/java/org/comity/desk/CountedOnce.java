package org.comity.desk;

import java.time.Clock;
import java.util.Map;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** Counts once for each page, for its tabs and for the rail beside it. */
@Component
@RequestScope
class CountedOnce {

    private final Requests requests;
    private final Clock clock;
    private @Nullable Map<View, Integer> views;

    CountedOnce(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    Map<View, Integer> views(String official) {
        var counted = views;
        if (counted == null) {
            counted = requests.counts(official, clock.instant()).byView();
            views = counted;
        }
        return counted;
    }

    /** The same figure as in {@link #views}; a page without tabs needs no other. */
    int ours(String official) {
        var counted = views;
        return counted == null
                ? requests.count(View.OURS_TO_ACT, official, clock.instant())
                : counted.getOrDefault(View.OURS_TO_ACT, 0);
    }
}
