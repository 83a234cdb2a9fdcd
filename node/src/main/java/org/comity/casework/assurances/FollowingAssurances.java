package org.comity.casework.assurances;

import java.util.Objects;
import org.comity.procedure.Assured;
import org.comity.procedure.Procedures;
import org.comity.proof.register.Entry;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.springframework.stereotype.Component;

/** Notes the last day of each assurance once the act that gives it had effect. */
@Component
class FollowingAssurances implements ActFollower {

    private final AssuranceRows rows;
    private final Procedures procedures;

    FollowingAssurances(AssuranceRows rows, Procedures procedures) {
        this.rows = rows;
        this.procedures = procedures;
    }

    @Override
    public String name() {
        return "assurance-ends";
    }

    @Override
    public void registered(ActRegistered event) {
        var act = event.act();
        if (Entry.EFFECTIVE.equals(event.entry().entry().effect())) {
            procedures
                    .of(act.envelope().procedure())
                    .writing()
                    .assured(act.envelope().type(), act.body())
                    .stream()
                    .map(Assured::until)
                    .filter(Objects::nonNull)
                    .forEach(it -> rows.add(act.id(), act.envelope().thread(), it));
        }
    }
}
