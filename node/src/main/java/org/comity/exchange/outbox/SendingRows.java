package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.comity.clock.RetryPause;
import org.comity.directory.Directory;
import org.comity.exchange.Carrier;
import org.comity.exchange.Carrier.NotCarried;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.Parcel;
import org.comity.ledger.Ledger;
import org.comity.thread.Restoration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt: claim, pack anew, carry, and write down how it ended. */
@Component
class SendingRows {

    private final Outbox outbox;
    private final PackingParcel packing;
    private final ObjectProvider<Carrier> carrier;
    private final Directory directory;
    private final PeerLanes lanes;
    private final Ledger ledger;
    private final GivingUp givingUp;
    private final TransactionTemplate transaction;
    private final Restoration restoration;
    private final PeerTrouble trouble;
    private final ExchangeSettings settings;
    private final WorkerClaims claims;
    private final PagesLeaving pages;
    private final BundleSizes bundles;
    private final RetryPause patience;
    private final Clock clock;

    // More than eight: each deals with one thing that can become of a message on its way.
    SendingRows(
            Outbox outbox,
            PackingParcel packing,
            ObjectProvider<Carrier> carrier,
            Directory directory,
            PeerLanes lanes,
            Ledger ledger,
            GivingUp givingUp,
            TransactionTemplate transaction,
            Restoration restoration,
            PeerTrouble trouble,
            WorkerClaims claims,
            PagesLeaving pages,
            ExchangeSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.packing = packing;
        this.carrier = carrier;
        this.directory = directory;
        this.lanes = lanes;
        this.ledger = ledger;
        this.givingUp = givingUp;
        this.transaction = transaction;
        this.restoration = restoration;
        this.trouble = trouble;
        this.settings = settings;
        this.claims = claims;
        this.pages = pages;
        this.bundles = new BundleSizes(new BundleSize(settings.actsInOneParcel(), settings.entriesInOneParcel()));
        this.patience = new RetryPause(settings.firstPause(), settings.longestPause(), RandomGenerator.getDefault());
        this.clock = clock;
    }

    /** @return false if nothing is due for the peer */
    boolean next(String peer) {
        // Nothing is packed for keys that their owner has withdrawn: it waits, without an attempt, for other keys.
        if (directory.keysWithdrawn(peer).isPresent()) {
            outbox.waitsForKeys(peer);
            return false;
        }
        var now = clock.instant();
        var claim = new Outbox.Claim(settings.instance(), now, now.plus(settings.claim()));
        var rows = claims.take(peer, () -> outbox.claim(peer, claim, bundles.of(peer), which(peer)));
        try {
            return !rows.isEmpty() && sent(peer, rows);
        } finally {
            claims.letGo(rows);
        }
    }

    /** Claims of ours that fell with whoever held them. */
    void freeLost() {
        claims.look();
    }

    private boolean sent(String peer, List<OutboxRow> rows) {
        List<OutboxRow> left;
        try {
            left = carried(peer, rows);
            if (left.isEmpty()) {
                return false;
            }
        } catch (NotCarried failed) {
            failed(rows, failed);
            return failed.reached();
        } catch (PackingParcel.TextDeleted gone) {
            failed(rows, new NotCarried("text-deleted", true, String.valueOf(gone.getMessage())));
            return true;
        } catch (RuntimeException bug) {
            failed(rows, new NotCarried("internal-here", true, bug.toString()));
            throw bug;
        }
        delivered(left);
        trouble.worked(peer);
        if (lanes.reachable(peer)) {
            outbox.hasten(peer, clock.instant());
        }
        givingUp.heardFrom(peer);
        return true;
    }

    /** @return the rows as they left; none if its keys were withdrawn while it was packed */
    private List<OutboxRow> carried(String peer, List<OutboxRow> rows) throws NotCarried {
        var to = directory.get(peer);
        var packed = packing.packed(rows, to);
        if (directory.keysWithdrawn(peer, to.version()).isPresent()) {
            // A revocation came while it was packed: this parcel is never sent.
            outbox.postponed(ids(rows), clock.instant(), null, "keys-withdrawn", false);
            return List.of();
        }
        var parcel = packed.parcel();
        long bytes = parcel.ageFiles().stream().mapToLong(it -> it.length).sum();
        long began = System.nanoTime();
        carrier.getObject().carry(parcel, to);
        var took = Duration.ofNanos(System.nanoTime() - began);
        bundles.carried(peer, parcel.action(), rows.size(), bytes, took);
        return packed.rows();
    }

    private RowsThatMayLeave which(String peer) {
        return new RowsThatMayLeave(restoration.closedTo(peer), lanes.resting(peer));
    }

    private void delivered(List<OutboxRow> rows) {
        var first = rows.getFirst();
        if (BundleSize.may(first.action()) && !first.alone()) {
            lanes.left(first.destination(), first.action());
        }
        transaction.executeWithoutResult(status -> {
            // The thread is locked before its rows, as where acts are registered.
            if (first.action() == Parcel.Action.PAGE) pages.delivered(first);
            outbox.delivered(ids(rows), clock.instant(), null);
            if (first.action() == Parcel.Action.PAGE) pages.wake(first.thread());
            for (OutboxRow row : rows) {
                if (row.action() == Parcel.Action.ACT) {
                    ledger.record(null, "act.delivered", row.subject(), Map.of("to", row.destination()));
                }
            }
        });
    }

    private void failed(List<OutboxRow> rows, NotCarried failed) {
        var row = rows.getFirst();
        if (row.action() == Parcel.Action.PAGE && failed.code().equals("page-behind")) {
            behind(row);
            return;
        }
        trouble.failed(
                row.destination(),
                failed.code(),
                row.action().word() + " " + row.subject(),
                String.valueOf(failed.getMessage()));
        if (!failed.reached()) {
            lanes.unreachable(rows.getFirst().destination());
        }
        boolean together = rows.size() > 1;
        boolean last = givingUp.isTime(row, failed.code());
        if (last && !together) {
            givingUp.giveUp(row, failed.code());
            return;
        }
        // What was too much for the line is not sent again as it was.
        if (!last && together) bundles.failed(row.destination(), row.action(), rows.size());
        var pause = last ? Duration.ZERO : patience.after(rows.getFirst().attempts());
        outbox.postponed(ids(rows), clock.instant().plus(pause), givingUp.now(), failed.code(), last);
    }

    /** They hold less than we thought, and will say what. */
    private void behind(OutboxRow row) {
        transaction.executeWithoutResult(status -> {
            pages.refused(row);
            outbox.delivered(List.of(row.id()), clock.instant(), null);
            pages.again(row);
        });
    }

    private static List<Long> ids(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::id).toList();
    }
}
