package org.comity.casework.onward;

import java.util.Set;
import org.comity.procedure.Procedures;
import org.comity.proof.register.Entry;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.springframework.stereotype.Component;

/** Takes into the register each act by which personal data go on, or may go on, once it had effect. */
@Component
class FollowingOnward implements ActFollower {

    /** The act that says what was passed on: a procedure that has it is one whose data can be. */
    static final String PASSED_ON = "onward";

    private static final Set<String> TYPES = Set.of(
            "ask-onward",
            "authorise-onward",
            "offer-terms",
            "accept-terms",
            "decline-terms",
            "refuse-onward",
            "revoke-onward",
            PASSED_ON);

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
        if (TYPES.contains(type)
                && Entry.EFFECTIVE.equals(event.entry().entry().effect())
                && procedures
                        .find(act.envelope().procedure())
                        .filter(it -> it.writing().table().has(PASSED_ON))
                        .isPresent()) {
            rows.add(act.id(), act.envelope().thread(), act.envelope().time());
        }
    }
}
