package org.comity.casework.assurances;

import java.util.Objects;
import org.comity.procedure.Assured;
import org.comity.proof.register.Entry;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.springframework.stereotype.Component;

/** Notes the last day of each assurance once the act that gives it had effect. */
@Component
class FollowingAssurances implements ActFollower {

    private final AssuranceRows rows;

    FollowingAssurances(AssuranceRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "assurance-ends";
    }

    @Override
    public void registered(ActRegistered event) {
        var act = event.act();
        if (Entry.EFFECTIVE.equals(event.entry().entry().effect())) {
            Assured.given(act.body()).stream()
                    .map(Assured::until)
                    .filter(Objects::nonNull)
                    .forEach(it -> rows.add(act.id(), act.envelope().thread(), it));
        }
    }
}
