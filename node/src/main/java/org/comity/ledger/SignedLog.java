package org.comity.ledger;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogKeys;
import org.comity.proof.tree.KeptTree;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers from the last checkpoint; the tree beyond it vouches for nothing yet. */
@Component
class SignedLog implements LogTree {

    private final LineRows lines;
    private final TreeRows rows;
    private final EpochRows epochs;
    private final ObjectProvider<LogKeys> keys;

    SignedLog(LineRows lines, TreeRows rows, EpochRows epochs, ObjectProvider<LogKeys> keys) {
        this.lines = lines;
        this.rows = rows;
        this.epochs = epochs;
        this.keys = keys;
    }

    @Override
    @Transactional(readOnly = true)
    public State standing() {
        long size = rows.size();
        boolean closed = epochs.closed().isPresent();
        var root = HexFormat.of().formatHex(rows.tree(size).root());
        return rows.last()
                .map(it -> new State(size, root, it.size(), it.time(), closed))
                .orElseGet(() -> new State(size, root, 0, null, closed));
    }

    @Override
    @Transactional(readOnly = true)
    public String checkpoint() {
        return rows.last().orElseThrow(() -> new NotYetSigned(0)).note();
    }

    @Override
    @Transactional(readOnly = true)
    public String proof(long n, @Nullable Long since) {
        var last = rows.last().orElseThrow(() -> new NotYetSigned(0));
        var vouching = keys.getIfAvailable();
        if (n > last.size() || vouching == null) {
            throw new NotYetSigned(last.size());
        }
        var line = lines.at(n).orElseThrow(() -> new UnknownLine(n)).line();
        if (since != null && (since < 1 || since > last.size())) {
            throw new UnknownSize(since, last.size());
        }
        var tree = rows.tree(last.size());
        return new LineProof(
                        line,
                        vouching.certification(last.log()),
                        vouching.certificates(),
                        since == null ? null : new LineProof.Since(since, tree.consistency(since)),
                        openings(last.log(), tree, vouching))
                .in(last.read(), tree.inclusion(n - 1))
                .write();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CoveredLines> covered(Collection<Long> numbers) {
        return rows.last().map(last -> {
            var tree = rows.tree(last.size());
            var covered = new TreeMap<Long, CoveredLine>();
            for (long n : numbers) {
                if (n > last.size()) continue;
                lines.at(n).ifPresent(it -> covered.put(n, new CoveredLine(it.line(), tree.inclusion(n - 1))));
            }
            return new CoveredLines(last.note(), covered);
        });
    }

    private List<LineProof.Opening> openings(String name, KeptTree tree, LogKeys vouching) {
        var names = epochs.names();
        return names.subList(0, names.indexOf(name) + 1).stream()
                .map(it -> lines.opening(vouching.of(it).key().name()))
                .map(it -> new LineProof.Opening(
                        it.line(), tree.inclusion(it.line().n() - 1)))
                .toList();
    }

    static final class NotYetSigned extends RuleBroken {
        NotYetSigned(long signed) {
            super("log.not-yet-signed", Map.of("signed", Long.toString(signed)));
        }
    }

    static final class UnknownLine extends RuleBroken {
        UnknownLine(long n) {
            super("log.unknown-line", Map.of("line", Long.toString(n)));
        }
    }

    static final class UnknownSize extends RuleBroken {
        UnknownSize(long since, long signed) {
            super("log.unknown-size", Map.of("size", Long.toString(since), "signed", Long.toString(signed)));
        }
    }
}
