package org.comity.cooperation.links;

import org.comity.cooperation.ActSent;
import org.comity.cooperation.KnownProcedure;
import org.comity.cooperation.Procedures;
import org.comity.proof.Envelope;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the request that another one names by its commitment, once, inside the transaction that opens the thread. */
@Component
@Order(0)
class FindingFollowed implements ActFollower {

    private final FollowsRows rows;
    private final Procedures procedures;

    FindingFollowed(FollowsRows rows, Procedures procedures) {
        this.rows = rows;
        this.procedures = procedures;
    }

    @EventListener
    void sent(ActSent sent) {
        var envelope = sent.act().envelope();
        find(envelope, envelope.addressee(), Role.of(envelope.role()));
    }

    /** Before the list follows the thread: it asks which other the request follows. */
    @Override
    public String name() {
        return "follows";
    }

    @Override
    public void registered(ActRegistered registered) {
        var thread = registered.thread();
        find(registered.act().envelope(), thread.counterpart(), thread.ourRole());
    }

    private void find(Envelope envelope, String counterpart, Role ourRole) {
        var fact = envelope.facts().get(Link.FACT);
        if (fact == null) {
            return;
        }
        procedures
                .find(envelope.procedure())
                .flatMap(KnownProcedure::following)
                .flatMap(following -> Link.read(fact)
                        .flatMap(it -> it.among(rows.followable(following.follows(), counterpart, ourRole))))
                .ifPresent(it -> rows.add(envelope.thread(), it));
    }
}
