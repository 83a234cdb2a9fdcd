package org.comity.exchange.door;

import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.proof.register.PageHead;
import org.comity.proof.seal.Container;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Invitation;
import org.comity.thread.SealedAct;
import org.springframework.stereotype.Component;

/** An invitation to a joint thread: both seals and who approved are checked here, the entries by the thread. */
@Component
class ArrivingInvitations implements ArrivingAction {

    private static final int PAYLOADS = 3;

    private final JointThreads threads;
    private final Directory directory;
    private final SealAtDoor seals;
    private final Quotas quotas;

    ArrivingInvitations(JointThreads threads, Directory directory, SealAtDoor seals, Quotas quotas) {
        this.threads = threads;
        this.directory = directory;
        this.seals = seals;
        this.quotas = quotas;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.INVITATION;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        take(from, List.of(plain));
    }

    @Override
    public void take(Participant from, List<byte[]> plain) throws Refusal {
        if (plain.size() != PAYLOADS) throw new Refusal("payloads", "entries, opening act and invite are expected");
        var entries = PageHead.readEntries(plain.getFirst(), 2);
        if (entries.size() != 2) throw new Refusal("field", "entries: the first, and that of the invite");
        var opening = sealed(plain.get(1));
        var invite = sealed(plain.get(2));
        var thread = opening.act().envelope().thread();
        quotas.act(
                from.id(),
                plain.get(1).length + (long) plain.get(2).length,
                () -> false,
                () -> threads.find(thread).isEmpty());
        // One that is repeated, e.g. after a consent, belongs to what is open (D34).
        if (directory.standing(from.id()) == Directory.Validity.GRACE
                && threads.find(thread).isEmpty()) {
            throw new Refusal("directory-grace", "nothing new while the entry is in its grace period");
        }
        threads.take(new Invitation(entries.getFirst(), entries.getLast(), opening, invite), from.id());
    }

    private SealedAct sealed(byte[] bytes) throws Refusal {
        var container = Container.read(bytes);
        var author = container.act().envelope().author();
        var known = directory
                .find(author)
                .filter(Participant::hasNode)
                .orElseThrow(() -> new Refusal("foreign-signature", "no entry of " + author));
        seals.by(known, container);
        seals.approvedThen(known, container);
        return new SealedAct(container.act(), bytes);
    }
}
