package org.comity.exchange.door;

import java.time.Clock;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** The other party asks the keeper for entries after one that it has; it gets our acts and the entries. */
@Component
class ArrivingFetches implements ArrivingAction {

    private final Threads threads;
    private final OutgoingQueue outgoing;
    private final Quotas quotas;
    private final ArrivingJointActs joint;
    private final Clock clock;

    ArrivingFetches(Threads threads, OutgoingQueue outgoing, Quotas quotas, ArrivingJointActs joint, Clock clock) {
        this.joint = joint;
        this.threads = threads;
        this.outgoing = outgoing;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.FETCH;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var json = CanonicalJson.read(plain);
        if (!json.keySet().equals(Set.of("after", "thread"))) {
            throw new Refusal("fields", "after and thread are expected");
        }
        if (!(json.get("after") instanceof Number after) || after.longValue() < 0) {
            throw new Refusal("field", "after");
        }
        var id = BoundedText.of(json, "thread", 36);
        if (joint.concerns(id, from)) {
            joint.fetch(from, id, after.longValue());
            return;
        }
        var thread = PartiesOfThread.both(threads, id, from);
        if (!thread.weKeep()) {
            throw new Refusal("not-the-keeper", "this node does not keep the register");
        }

        quotas.ask(from.id());
        threads.acts(thread.id(), after.longValue()).stream()
                .filter(it -> it.ours() && it.bodyKept())
                .forEach(it -> outgoing.act(from.id(), thread.id(), it.id(), true, clock.instant()));
        threads.entries(thread.id(), after.longValue()).forEach(it -> outgoing.entry(from.id(), it));
    }
}
