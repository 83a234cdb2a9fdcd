package org.comity.casework.requests;

import java.time.Clock;
import java.util.List;
import org.comity.casework.Compartments;
import org.comity.procedure.Requests;
import org.comity.ui.ReadySteps;
import org.springframework.stereotype.Component;

/** Tells a new node whether any request was sent, received or recorded; which, its administrator does not learn. */
@Component
class FirstRequest implements ReadySteps {

    private final Requests requests;
    private final Clock clock;

    FirstRequest(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public List<Step> steps() {
        var any = Requests.Filter.of(Requests.View.ALL, clock.instant()).readBy(Compartments.ANYBODY);
        var none = requests.list(any, Requests.Order.NEWEST, null, 1).rows().isEmpty();
        return List.of(new Step("request", !none, null));
    }
}
