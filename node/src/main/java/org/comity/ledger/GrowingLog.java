package org.comity.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LogEpoch;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.Note;
import org.comity.proof.tree.KeptTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes chained lines into the tree, and signs its head. Each step is one transaction that holds the tree alone: of many
 * processes one works and the others pass by, and what a kill interrupts has not begun.
 */
@Component
class GrowingLog {

    private static final Logger LOG = LoggerFactory.getLogger(GrowingLog.class);

    private final LineRows lines;
    private final TreeRows rows;
    private final EpochRows epochs;
    private final ObjectProvider<LogKeys> keys;
    private final Clock clock;

    GrowingLog(LineRows lines, TreeRows rows, EpochRows epochs, ObjectProvider<LogKeys> keys, Clock clock) {
        this.lines = lines;
        this.rows = rows;
        this.epochs = epochs;
        this.keys = keys;
        this.clock = clock;
    }

    /** @return whether there may be more to take */
    @Transactional
    public boolean takeSome() {
        var claimed = rows.claim();
        if (claimed.isEmpty()) {
            return false;
        }
        long size = claimed.get();
        var some = lines.after(size);
        var taken = new Batch();
        for (var each : some) {
            if (each.line().n() != size + 1) {
                LOG.error("Line {} of the ledger is gone: the log stands still. Check the whole log", size + 1);
                break;
            }
            taken.add(size, each.line().leaf());
            size++;
        }
        if (taken.isEmpty()) {
            return false;
        }
        rows.keep(taken.all);
        rows.moveSize(size);
        return size == claimed.get() + some.size();
    }

    /**
     * Signs the tree as it stands, unless it was signed so, would contradict what was signed before, or came back from a
     * backup and is not open again. The first head of an epoch has the line that opened it.
     */
    @Transactional
    public void sign() {
        var signing = keys.getIfAvailable();
        var size = rows.claim().orElse(0L);
        var last = rows.last();
        long signed = last.map(TreeRows.Signed::size).orElse(0L);
        if (signing == null || size == 0 || size == signed || epochs.closed().isPresent()) {
            return;
        }
        var signer = signing.of(epochs.name());
        if (size < opening(signer.key().name())) {
            return;
        }
        var tree = rows.tree(size);
        if (size < signed
                || signed > 0
                        && !HexFormat.of()
                                .formatHex(tree.rootAt(signed))
                                .equals(last.get().root())) {
            LOG.error("The tree of the ledger contradicts its checkpoint of {} lines: not signed", signed);
            return;
        }
        var checkpoint =
                new Checkpoint(signer.key().name(), size, HexFormat.of().formatHex(tree.root()));
        rows.add(new TreeRows.Signed(
                size,
                checkpoint.root(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Note.sign(checkpoint.text(), signer).write()));
    }

    private long opening(String origin) {
        return origin.equals(LogEpoch.first(origin))
                ? 0
                : lines.opening(origin).line().n();
    }

    /** Subtrees not yet kept, found before those that are. */
    private final class Batch implements KeptTree.Kept, KeptTree.Keep {

        private final List<TreeRows.Subtree> all = new ArrayList<>();
        private final Map<String, byte[]> fresh = new HashMap<>();

        void add(long size, byte[] leaf) {
            KeptTree.add(size, leaf, this, this);
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        @Override
        public byte[] subtree(int level, long index) {
            var found = fresh.get(level + "/" + index);
            return found == null ? rows.subtree(level, index) : found;
        }

        @Override
        public void subtree(int level, long index, byte[] hash) {
            fresh.put(level + "/" + index, hash);
            all.add(new TreeRows.Subtree(level, index, hash));
        }
    }
}
