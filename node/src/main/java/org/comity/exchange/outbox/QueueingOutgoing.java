package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.Restoration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds rows in the caller's transaction and wakes the sender the moment they are committed. */
@Component
class QueueingOutgoing implements OutgoingQueue {

    private final Outbox outbox;
    private final GivingUp givingUp;
    private final PackingParcel packing;
    private final PeerLanes lanes;
    private final WorkerClaims claims;
    private final Restoration restoration;
    private final Directory directory;
    private final ExchangeSettings settings;
    private final Clock clock;

    // More than eight: each decides one thing of a message that is to leave.
    QueueingOutgoing(
            Outbox outbox,
            GivingUp givingUp,
            PackingParcel packing,
            PeerLanes lanes,
            WorkerClaims claims,
            Restoration restoration,
            Directory directory,
            ExchangeSettings settings,
            Clock clock) {
        this.givingUp = givingUp;
        this.packing = packing;
        this.settings = settings;
        this.restoration = restoration;
        this.directory = directory;
        this.outbox = outbox;
        this.lanes = lanes;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public void act(String to, String thread, String act, boolean alone, Instant notBefore) {
        add(to, Action.ACT, thread, act, null, alone, notBefore);
    }

    @Override
    public void entry(String to, SignedEntry entry) {
        var it = entry.entry();
        // The entry of an act that is held back waits with it.
        var when = outbox.notBefore(to, it.act()).orElse(clock.instant());
        add(to, Action.ENTRY, it.thread(), it.thread() + "/" + it.n(), entry.json(), when);
    }

    @Override
    public void proof(String to, SignedEntry entry) {
        var it = entry.entry();
        add(to, Action.ENTRY, it.thread(), "proof " + it.hash(), entry.json(), clock.instant());
    }

    @Override
    public void message(String to, String thread, String id, byte[] json) {
        add(to, Action.MESSAGE, thread, id, json, clock.instant());
    }

    @Override
    public void fetch(String to, String thread, long after) {
        byte[] json = CanonicalJson.write(java.util.Map.of("after", after, "thread", thread));
        add(to, Action.FETCH, thread, thread + "/" + after, json, clock.instant());
    }

    @Override
    public void comparing(String to, Action action, String subject, byte[] json) {
        add(to, action, subject, subject, json, clock.instant());
    }

    @Override
    public boolean handOver(String peer, Consumer<Parcel> hand) {
        var to = directory.get(peer);
        if (restoration.closedTo(peer) || directory.keysWithdrawn(peer).isPresent()) {
            return false;
        }
        var now = clock.instant();
        for (var rows = next(peer, now); !rows.isEmpty(); rows = next(peer, now)) {
            try {
                if (handedOver(to, rows, now, hand)) {
                    return true;
                }
            } finally {
                claims.letGo(rows);
            }
        }
        return false;
    }

    private List<OutboxRow> next(String peer, Instant now) {
        var claim = new Outbox.Claim(settings.instance(), now, now.plus(settings.claim()));
        return claims.take(peer, () -> outbox.claimForCourier(peer, claim, settings.entriesInOneParcel()));
    }

    /** @return false if its text is deleted: it is given up, and what follows does not wait behind it */
    private boolean handedOver(Participant to, List<OutboxRow> rows, Instant now, Consumer<Parcel> hand) {
        var ids = rows.stream().map(OutboxRow::id).toList();
        try {
            hand.accept(packing.packed(rows, to).parcel());
        } catch (PackingParcel.TextDeleted gone) {
            rows.forEach(it -> givingUp.giveUp(it, "text-deleted"));
            return false;
        } catch (RuntimeException failed) {
            outbox.postponed(ids, now, null, "courier", false);
            throw failed;
        }
        outbox.delivered(ids, clock.instant(), to.version());
        return true;
    }

    @Override
    public void forCourier(String peer) {
        givingUp.takeUpAgain(peer);
        outbox.hasten(peer, clock.instant());
    }

    @Override
    public void heardFrom(String peer) {
        if (lanes.reachable(peer)) {
            outbox.hasten(peer, clock.instant());
            lanes.wake(peer);
        }
        givingUp.heardFrom(peer);
    }

    void add(String to, Action action, String thread, String subject, byte @Nullable [] payload, Instant notBefore) {
        add(to, action, thread, subject, payload, false, notBefore);
    }

    private void add(
            String to,
            Action action,
            String thread,
            String subject,
            byte @Nullable [] payload,
            boolean alone,
            Instant notBefore) {
        var now = clock.instant();
        var when = notBefore.isBefore(now) ? now : notBefore;
        outbox.add(new OutboxRow(0, to, action, thread, subject, payload, 0, alone, now, null), when);
        afterCommit(() -> lanes.wake(to));
    }

    private static void afterCommit(Runnable wake) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
