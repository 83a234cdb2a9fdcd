package org.comity.capacity.activities;

import org.comity.casework.BeforeForgetting;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** Keeps under which name a side of an activity stands, from when it is given until its words are deleted. */
@Component
class FollowingActivities implements ActFollower, BeforeForgetting {

    private final Threads threads;
    private final ActivityNameRows names;

    FollowingActivities(Threads threads, ActivityNameRows names) {
        this.threads = threads;
        this.names = names;
    }

    @Override
    public String name() {
        return "activity-names";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        boolean named = event.act().envelope().type().equals(ActivitySide.NAMING);
        if (!named || !thread.procedure().startsWith(FollowUpTime.procedure() + "/")) return;
        try (var acts = threads.everyAct(thread.id())) {
            acts.filter(it -> "effective".equals(it.effect()) && names(it))
                    .reduce((_, later) -> later)
                    .map(it -> it.said().get("activity"))
                    .ifPresent(it -> names.put(thread.id(), thread.reference(), it.toString()));
        }
    }

    @Override
    public void forgetting(KeptAct act) {
        if (names(act)) names.forget(act.thread());
    }

    private static boolean names(KeptAct act) {
        return act.envelope().type().equals(ActivitySide.NAMING);
    }
}
