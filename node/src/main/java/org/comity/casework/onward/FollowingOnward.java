package org.comity.casework.onward;

import org.comity.procedure.ActRole;
import org.comity.procedure.Procedures;
import org.comity.proof.register.Entry;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.springframework.stereotype.Component;

/** Takes into the register each act by which personal data go on, or may go on, once it had effect. */
@Component
class FollowingOnward implements ActFollower {

    private final OnwardRows rows;
    private final Procedures procedures;

    FollowingOnward(OnwardRows rows, Procedures procedures) {
        this.rows = rows;
        this.procedures = procedures;
    }

    @Override
    public String name() {
        return "onward-transfers";
    }

    @Override
    public void registered(ActRegistered event) {
        var act = event.act();
        var type = act.envelope().type();
        if (Entry.EFFECTIVE.equals(event.entry().entry().effect())
                && procedures
                        .find(act.envelope().procedure())
                        .filter(it -> it.is(ActRole.PASSES_ON, type))
                        .isPresent()) {
            rows.add(act.id(), act.envelope().thread(), act.envelope().time());
        }
    }
}
