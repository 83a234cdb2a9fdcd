package org.comity.exchange.door;

import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.OutgoingPages;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.ledger.Ledger;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;
import org.comity.thread.JointThreads;
import org.comity.thread.SealedAct;
import org.springframework.stereotype.Component;

/** What comes of joint threads by the actions that threads of two have too: acts, whoever brings them, heads and fetches. */
@Component
class ArrivingJointActs {

    private final JointThreads threads;
    private final Directory directory;
    private final KnownSenders senders;
    private final SealAtDoor seals;
    private final Quotas quotas;
    private final OutgoingQueue outgoing;
    private final OutgoingPages pages;
    private final ShowingProofs proofs;
    private final Ledger ledger;

    // More than eight: who brings what, whether it is sealed and bounded, and what goes back.
    ArrivingJointActs(
            JointThreads threads,
            Directory directory,
            KnownSenders senders,
            SealAtDoor seals,
            Quotas quotas,
            OutgoingQueue outgoing,
            OutgoingPages pages,
            ShowingProofs proofs,
            Ledger ledger) {
        this.threads = threads;
        this.directory = directory;
        this.senders = senders;
        this.seals = seals;
        this.quotas = quotas;
        this.outgoing = outgoing;
        this.pages = pages;
        this.proofs = proofs;
        this.ledger = ledger;
    }

    boolean knows(String thread) {
        return threads.find(thread).isPresent();
    }

    boolean concerns(String thread, Participant from) {
        return threads.concerns(thread, from.id());
    }

    /** It proves itself by its seal. */
    void act(Participant from, Container container, byte[] plain) throws Refusal {
        var act = container.act();
        var thread = act.envelope().thread();
        // Of one of others nobody learns by an answer, or by a bound, that it lies here.
        boolean here = threads.container(act.id()).isPresent()
                && (act.envelope().author().equals(from.id()) || threads.concerns(thread, from.id()));
        if (!here) {
            // What lies here already is compared with it, and asks for no more than its entry.
            var author = author(act.envelope().author());
            seals.by(author, container);
            seals.approved(author, container);
        }
        quotas.act(from.id(), plain.length, () -> here, () -> false);
        var kept = threads.take(new SealedAct(act, plain), from.id());
        if (kept.isNew()) {
            ledger.record(null, "act.arrived", act.id(), Map.of("from", from.id(), "thread", thread));
            if (kept.entry() == null) pages.bring(thread, act.id());
        } else {
            // It was sent again, so its entry did not arrive: it is asked for, and bounded like any other question.
            quotas.ask(from.id());
            pages.wake(thread);
            if (kept.entry() != null) pages.answered(thread, act.envelope(), kept.entry());
        }
    }

    /** Another party may bring its act, as long as it could bring it itself (D51, D65). */
    private Participant author(String id) throws Refusal {
        // What we have lost comes back, however we stand in the directory by now.
        var self = directory.self();
        if (id.equals(self.id())) return self;
        try {
            return senders.known(id);
        } catch (Refusal no) {
            throw no.code().equals("unknown-sender") ? new Refusal("foreign-signature", "no entry of its author") : no;
        }
    }

    void head(Participant from, SignedEntry entry) {
        var id = entry.entry().thread();
        var disputed = threads.find(id).filter(it -> it.disputed() != null && threads.concerns(id, from.id()));
        switch (threads.head(entry, from.id())) {
            case AHEAD ->
                threads.find(id)
                        .filter(it -> !it.weKeep())
                        .ifPresent(it -> outgoing.fetch(it.keeper(), id, it.lastEntry()));
            // Of a fork all are told as it is kept.
            case FORK, EQUAL, NOTHING -> {}
        }
        disputed.ifPresent(it -> proofs.show(from.id(), it, entry));
    }

    void fetch(Participant from, String thread, long after) throws Refusal {
        quotas.ask(from.id());
        var page = threads.fetch(thread, after, from.id());
        if (threads.find(thread).filter(JointThreads.Joint::weKeep).isPresent()) pages.wake(thread);
        else if (!page.entries().isEmpty()) pages.answer(from.id(), page);
    }
}
