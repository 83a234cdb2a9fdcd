package org.comity.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LogEpoch;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.Note;
import org.comity.proof.log.UnreadableNote;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the log again after a restore: by a head that shows that nothing was lost, or by two officers. */
@Component
@Transactional
class BeginningEpochs implements LogEpochs {

    private static final int LONGEST_NOTE = 10_000;

    private final EpochRows epochs;
    private final TreeRows tree;
    private final Ledger ledger;
    private final ObjectProvider<LogKeys> keys;
    private final Clock clock;

    BeginningEpochs(EpochRows epochs, TreeRows tree, Ledger ledger, ObjectProvider<LogKeys> keys, Clock clock) {
        this.epochs = epochs;
        this.tree = tree;
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Closed> closed() {
        return epochs.closed();
    }

    @Override
    public boolean show(String checkpoint, Official by) {
        if (!by.holds(Duty.ADMINISTRATOR)) {
            throw new NotDone("not-yours");
        }
        epochs.lock();
        var closed = epochs.closed().orElseThrow(() -> new NotDone("open-already"));
        var head = read(checkpoint);
        if (head.size() < tree.last().map(TreeRows.Signed::size).orElse(0L)) {
            throw new NotDone("older");
        }
        taken(Math.min(head.size(), closed.size()));
        boolean here = head.origin().equals(origin())
                && head.size() <= closed.size()
                && HexFormat.of()
                        .formatHex(tree.tree(tree.size()).rootAt(head.size()))
                        .equals(head.root());
        ledger.record(by, here ? "log.nothing-lost" : "log.loss-shown", head.origin(), facts(head));
        if (here) {
            epochs.open(clock.instant());
        } else {
            epochs.shown(head.size());
        }
        return here;
    }

    @Override
    public boolean mayBegin(Closed closed, Official by) {
        return decides(by) && !by.id().equals(closed.first());
    }

    private static boolean decides(Official by) {
        return by.holds(Duty.DUTY_OFFICER)
                || by.holds(Duty.SECOND_OFFICER)
                || by.holds(Duty.LAWYER)
                || by.holds(Duty.ADMINISTRATOR);
    }

    @Override
    public boolean begin(Official by) {
        if (!decides(by)) {
            throw new NotDone("not-yours");
        }
        epochs.lock();
        var closed = epochs.closed().orElseThrow(() -> new NotDone("open-already"));
        taken(closed.size());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (closed.first() == null) {
            epochs.first(by.id(), now);
            ledger.record(by, "log.epoch-asked", origin(), Map.of("size", Long.toString(closed.size())));
            return false;
        }
        if (closed.first().equals(by.id())) {
            throw new NotDone("same-officer");
        }
        var name = LogEpoch.name(TreeRows.DOMESTIC, now);
        var root = HexFormat.of().formatHex(tree.tree(tree.size()).rootAt(closed.size()));
        var epoch = new LogEpoch(signing().of(name).key().name(), origin(), closed.size(), root, closed.shown());
        ledger.record(by, LogEpoch.OPENED, epoch.origin(), epoch.facts());
        epochs.begin(name, now);
        epochs.open(now);
        return true;
    }

    private Checkpoint read(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new NotDone("no-checkpoint");
        }
        try {
            var note = Note.read(text.replace("\r\n", "\n").strip() + "\n");
            var head = Checkpoint.read(note.text());
            var first = signing().of(TreeRows.DOMESTIC).key();
            if (!LogEpoch.first(head.origin()).equals(first.name()) || !note.signedBy(first.under(head.origin()))) {
                throw new NotDone("another-log");
            }
            return head;
        } catch (UnreadableNote e) {
            throw new NotDone("no-checkpoint");
        }
    }

    /** Lines come into the tree some moments after they are written. */
    private void taken(long size) {
        if (tree.size() < size) {
            throw new NotDone("not-yet-taken");
        }
    }

    private String origin() {
        return signing().of(epochs.name()).key().name();
    }

    private LogKeys signing() {
        return Optional.ofNullable(keys.getIfAvailable()).orElseThrow(() -> new NotDone("no-key"));
    }

    private static Map<String, String> facts(Checkpoint head) {
        return Map.of("size", Long.toString(head.size()), "root", head.root());
    }

    static final class NotDone extends RuleBroken {
        NotDone(String why) {
            super("log.epoch." + why, Map.of());
        }
    }
}
