package org.comity.ledger;

import java.util.HexFormat;
import org.comity.proof.log.LogKeys;
import org.comity.proof.log.LogLine;
import org.comity.proof.tree.GrowingTree;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Walks the log from its first line and computes all anew: commitments, chain, leaves, and each signed root. */
@Component
class WholeLog {

    private final LineRows lines;
    private final TreeRows tree;
    private final ObjectProvider<LogKeys> keys;

    WholeLog(LineRows lines, TreeRows tree, ObjectProvider<LogKeys> keys) {
        this.lines = lines;
        this.tree = tree;
        this.keys = keys;
    }

    Ledger.Verdict check() {
        return new Walk().whole();
    }

    private final class Walk {

        private final long inTree = tree.size();
        private final TreeRows.@Nullable Signed last = tree.last().orElse(null);
        private final GrowingTree growing = new GrowingTree();
        private LineRows.Head reached = new LineRows.Head(0, LogLine.NOTHING_BEFORE);
        private long vouched;

        Ledger.Verdict whole() {
            var end = lines.head();
            while (reached.n() < end.n()) {
                var batch = lines.after(reached.n());
                var leaves = tree.leaves(reached.n(), batch.size());
                var roots = tree.roots(reached.n(), reached.n() + batch.size());
                for (var each : batch) {
                    if (!follows(each)
                            || !isLeaf(each.line(), leaves.get(each.line().n() - 1))) {
                        return new Ledger.Verdict(reached.n(), reached.n() + 1);
                    }
                    growing.add(each.line().leaf());
                    reached = new LineRows.Head(each.line().n(), each.hash());
                    if (!vouches(roots.get(reached.n()))) {
                        return new Ledger.Verdict(vouched, vouched + 1);
                    }
                    if (reached.n() == end.n()) {
                        break;
                    }
                }
                if (batch.isEmpty()) {
                    return new Ledger.Verdict(reached.n(), reached.n() + 1);
                }
            }
            if (!reached.equals(end)) {
                return new Ledger.Verdict(reached.n(), end.n());
            }
            boolean gone = inTree > end.n() || last != null && last.size() > end.n();
            return new Ledger.Verdict(reached.n(), gone ? Long.valueOf(end.n() + 1) : null);
        }

        private boolean follows(LineRows.Logged each) {
            var line = each.line();
            return line.n() == reached.n() + 1
                    && line.previous().equals(reached.hash())
                    && line.opens()
                    && line.hash().equals(each.hash());
        }

        /** What waits for its batch has no leaf yet. */
        private boolean isLeaf(LogLine line, @Nullable String leaf) {
            return leaf == null ? line.n() > inTree : leaf.equals(HexFormat.of().formatHex(line.leaf()));
        }

        private boolean vouches(@Nullable String root) {
            if (root == null) {
                return true;
            }
            if (!root.equals(HexFormat.of().formatHex(growing.root()))) {
                return false;
            }
            if (last != null && last.size() == reached.n() && !signed(last)) {
                return false;
            }
            vouched = reached.n();
            return true;
        }

        /** The last signature is enough: its root holds all lines before. */
        private boolean signed(TreeRows.Signed it) {
            var all = keys.getIfAvailable();
            return all == null || it.isBy(all);
        }
    }
}
