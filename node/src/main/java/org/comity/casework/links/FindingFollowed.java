package org.comity.casework.links;

import java.util.stream.Stream;
import org.comity.casework.ActSent;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Link;
import org.comity.procedure.Procedures;
import org.comity.proof.act.Envelope;
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

    private Stream<String> followable(KnownProcedure procedure, String counterpart, Role ourRole) {
        return procedure.following().stream()
                .flatMap(it -> Stream.concat(
                        rows.followable(it.follows(), counterpart, ourRole),
                        it.fromEither().isEmpty()
                                ? Stream.of()
                                : rows.followable(it.fromEither(), counterpart, ourRole.other())));
    }

    /** Requests of ours that were for somebody else: whom we asked then is another one. */
    private Stream<String> sentOn(KnownProcedure procedure) {
        return rows.redirected(procedure.law(), procedure.opener());
    }

    private void find(Envelope envelope, String counterpart, Role ourRole) {
        var fact = envelope.facts().get(Link.FACT);
        if (fact == null) {
            return;
        }
        var link = Link.read(fact);
        procedures
                .find(envelope.procedure())
                .flatMap(procedure -> link.flatMap(
                        it -> it.among(Stream.concat(followable(procedure, counterpart, ourRole), sentOn(procedure)))))
                .ifPresent(it -> rows.add(envelope.thread(), it));
    }
}
