package org.comity.exchange.door;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.PageHead;
import org.comity.proof.seal.Container;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.JointThreads.Registered;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.springframework.stereotype.Component;

/** Entries of a joint thread with the acts that we did not write, taken as one. The thread checks the register. */
@Component
class ArrivingPages implements ArrivingAction {

    private final JointThreads threads;
    private final Directory directory;
    private final SealAtDoor seals;
    private final Quotas quotas;
    private final OutgoingQueue outgoing;
    private final Clock clock;

    ArrivingPages(
            JointThreads threads,
            Directory directory,
            SealAtDoor seals,
            Quotas quotas,
            OutgoingQueue outgoing,
            Clock clock) {
        this.clock = clock;
        this.threads = threads;
        this.directory = directory;
        this.seals = seals;
        this.quotas = quotas;
        this.outgoing = outgoing;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.PAGE;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        take(from, List.of(plain));
    }

    @Override
    public void take(Participant from, List<byte[]> plain) throws Refusal {
        var head = PageHead.read(plain.getFirst());
        var acts = new ArrayList<Brought>();
        long bytes = 0;
        for (byte[] each : plain.subList(1, plain.size())) {
            boolean whole = each.length > 1 && each[0] == 'P' && each[1] == 'K';
            acts.add(
                    whole
                            ? new Brought.Whole(
                                    new SealedAct(Container.read(each).act(), each))
                            : new Brought.Thin(Envelope.read(each)));
            bytes += each.length;
        }
        quotas.act(from.id(), bytes, () -> false, () -> false);
        threads.take(new Page(head.thread(), head.after(), head.entries(), head.last(), acts), from.id(), this::sealed);
    }

    /**
     * What did not follow is asked for; the next page is whole. No signature was checked so far: a party alone is asked. An
     * act that the keeper keeps back is asked of other parties (R146).
     */
    @Override
    public void refused(Participant from, String thread, String code) {
        if (code.equals("act-withheld")) askOthers(from, thread);
        if (!code.equals("page-behind")) return;
        threads.find(thread)
                .filter(it -> serves(it, from.id()))
                .ifPresent(it -> outgoing.fetch(from.id(), it.id(), it.lastEntry()));
    }

    private void askOthers(Participant from, String thread) {
        var others = threads.neighbours(thread, RandomGenerator.getDefault()).stream()
                .filter(it -> !it.equals(from.id()))
                .filter(it -> directory.find(it).filter(Participant::hasNode).isPresent())
                .toList();
        threads.find(thread).ifPresent(it -> others.forEach(other -> outgoing.fetch(other, it.id(), it.lastEntry())));
    }

    private static boolean serves(JointThreads.Joint thread, String from) {
        var state = thread.state();
        return from.equals(thread.keeper()) || state != null && state.parties().containsKey(from);
    }

    /**
     * Only a broken seal speaks against the keeper. A certificate that no version names which is here may be one of a newer
     * version, one that is revoked was right for what was registered before, and one that has expired since was valid for the keeper: the page waits. What too few officers approved is
     * refused, whoever keeps the register: of what the keeper says itself no other door has seen it.
     */
    private boolean sealed(SealedAct act, Registered registered) {
        var author = act.act().envelope().author();
        var known = directory.find(author).filter(Participant::hasNode);
        if (known.isEmpty()) throw new Refused("foreign-signature", "no entry of " + author);
        try {
            var container = Container.read(act.container());
            seals.by(
                    known.get(),
                    container,
                    registered.asOf(clock.instant(), act.act().envelope()));
            seals.approvedThen(known.get(), container);
            return true;
        } catch (Refusal wrong) {
            if (wrong.code().equals("broken-seal")) return false;
            throw new Refused(wrong.code(), author);
        }
    }
}
