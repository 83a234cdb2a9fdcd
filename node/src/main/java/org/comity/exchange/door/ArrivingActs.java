package org.comity.exchange.door;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Envelope;
import org.comity.proof.seal.Container;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** A sealed act: the container's form, its seal by the sender's pinned certificate; the thread checks the rest. */
@Component
class ArrivingActs implements ArrivingAction {

    private final Threads threads;
    private final ThreadKeeping keeping;
    private final Directory directory;
    private final OutgoingQueue outgoing;
    private final Ledger ledger;
    private final Restoration restoration;
    private final Quotas quotas;
    private final SealAtDoor seals;
    private final ArrivingJointActs joint;

    // More than eight: it is where all acts come in, of threads of two and of joint ones.
    ArrivingActs(
            Threads threads,
            ThreadKeeping keeping,
            Directory directory,
            OutgoingQueue outgoing,
            Ledger ledger,
            Restoration restoration,
            Quotas quotas,
            SealAtDoor seals,
            ArrivingJointActs joint) {
        this.threads = threads;
        this.keeping = keeping;
        this.directory = directory;
        this.outgoing = outgoing;
        this.ledger = ledger;
        this.restoration = restoration;
        this.quotas = quotas;
        this.seals = seals;
        this.joint = joint;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.ACT;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var container = Container.read(plain);
        var act = container.act();
        if (act.envelope().joint()) {
            joint.act(from, container, plain);
            return;
        }
        if (comesBack(from, act.envelope())) {
            seals.by(directory.self(), container);
            keeping.keepReturned(new SealedAct(act, plain));
            return;
        }
        if (!act.envelope().author().equals(from.id())) {
            throw new Refusal("not-the-author", "an act comes from its author");
        }
        seals.by(from, container);
        seals.approved(from, container);
        var thread = act.envelope().thread();
        quotas.act(
                from.id(),
                plain.length,
                () -> threads.act(act.id()).isPresent(),
                () -> threads.find(thread).isEmpty());
        if (directory.standing(from.id()) == Directory.Validity.GRACE
                && threads.find(act.envelope().thread()).isEmpty()) {
            throw new Refusal("directory-grace", "nothing new while the entry is in its grace period");
        }

        var kept = keeping.keepReceived(new SealedAct(act, plain));

        if (kept.isNew()) {
            ledger.record(
                    null,
                    "act.arrived",
                    act.id(),
                    Map.of("from", from.id(), "thread", act.envelope().thread()));
        } else if (kept.entry() != null && keptHere(act.envelope().thread())) {
            // It was sent again, so its entry did not arrive. A new act's entry leaves by itself when it is written.
            outgoing.entry(from.id(), kept.entry());
        }
    }

    /** After a restore a counterpart gives back what we had sent to it and have lost. */
    private boolean comesBack(Participant from, Envelope envelope) {
        return envelope.author().equals(directory.self().id())
                && envelope.addressee().equals(from.id())
                && restoration.closedTo(from.id());
    }

    private boolean keptHere(String thread) {
        return threads.find(thread).map(Threads.Thread::weKeep).orElse(false);
    }
}
