package org.comity.exchange.door;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Outgoing;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.ledger.Ledger;
import org.comity.proof.Anchor;
import org.comity.proof.Container;
import org.comity.proof.Envelope;
import org.comity.proof.Verdict;
import org.comity.thread.Procedure;
import org.comity.thread.Restoration;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A sealed act: the container's form, its seal by the sender's pinned certificate; the thread checks the rest. */
@Component
class ArrivingActs implements Arriving {

    private final Threads threads;
    private final Directory directory;
    private final Outgoing outgoing;
    private final Ledger ledger;
    private final Restoration restoration;
    private final Quotas quotas;
    private final ObjectProvider<Procedure> procedures;
    private final Clock clock;

    ArrivingActs(
            Threads threads,
            Directory directory,
            Outgoing outgoing,
            Ledger ledger,
            Restoration restoration,
            Quotas quotas,
            ObjectProvider<Procedure> procedures,
            Clock clock) {
        this.procedures = procedures;
        this.threads = threads;
        this.directory = directory;
        this.outgoing = outgoing;
        this.ledger = ledger;
        this.restoration = restoration;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public Parcel.Action action() {
        return Parcel.Action.ACT;
    }

    @Override
    public void take(Participant from, byte[] plain) throws Refusal {
        var container = Container.read(plain);
        var act = container.act();
        if (comesBack(from, act.envelope())) {
            sealedBy(directory.self(), container);
            threads.keepReturned(new SealedAct(act, plain));
            return;
        }
        if (!act.envelope().author().equals(from.id())) {
            throw new Refusal("not-the-author", "an act comes from its author");
        }
        sealedBy(from, container);
        approved(from, container);
        var thread = act.envelope().thread();
        quotas.act(
                from.id(),
                plain.length,
                () -> threads.act(act.id()).isPresent(),
                () -> threads.find(thread).isEmpty());
        if (directory.standing(from.id()) == Directory.Standing.GRACE
                && threads.find(act.envelope().thread()).isEmpty()) {
            throw new Refusal("directory-grace", "nothing new while the entry is in its grace period");
        }

        var kept = threads.keepReceived(new SealedAct(act, plain));

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

    /** Where its own entry says that two officers approve, an act with one is not taken. */
    private void approved(Participant from, Container container) throws Refusal {
        if (!from.profile().twoOfficers() || container.approvals().size() >= 2) {
            return;
        }
        boolean one = procedures.stream()
                .filter(it -> it.id().equals(container.act().envelope().procedure()))
                .anyMatch(it -> it.oneOfficerSuffices(container.act()));
        if (!one) {
            throw new Refusal("one-approval", "its author's entry asks for two officers");
        }
    }

    private boolean keptHere(String thread) {
        return threads.find(thread).map(Threads.Thread::weKeep).orElse(false);
    }

    /**
     * By the certificate of its entry, or by one that an older version named when the act was written: it may be fetched long
     * after the key was changed, and was valid then.
     */
    private void sealedBy(Participant from, Container container) throws Refusal {
        var signer = container.signer();
        var now = clock.instant();
        var written = container.act().envelope().time();
        boolean pinned = signer.equals(Objects.requireNonNull(from.node()).seal());
        if (!pinned
                && directory.terms(from.id()).stream()
                        .noneMatch(it -> it.seal().equals(signer) && it.counts(written, now))) {
            directory.lookAgain(from.id());
            throw new Refusal("foreign-signature", "not sealed with a certificate of the sender");
        }
        var verdict = container.verify(Anchor.of(signer), Anchor.NONE, pinned ? now : written);
        var failed = verdict.firstFailure();
        if (failed.isPresent()) {
            throw new Refusal(code(failed.get()), failed.get().detail());
        }
    }

    private static String code(Verdict.Check failed) {
        return failed.code().equals("validity") ? "expired-seal" : "broken-seal";
    }
}
