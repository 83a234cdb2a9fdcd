package org.comity.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.form.Digests;
import org.comity.proof.form.NormalForm;
import org.comity.proof.log.LogLine;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes each line in the transaction of what it records. Lines are chained last before the commit, so the end of the
 * chain is locked for a moment only, however long the transaction took; what a commit misses, the next one chains.
 */
@Component
class ChainedLedger implements Ledger {

    private static final int LARGEST_PAGE = 200;

    private final LineRows lines;
    private final WholeLog wholeLog;
    private final Clock clock;

    ChainedLedger(LineRows lines, WholeLog wholeLog, Clock clock) {
        this.lines = lines;
        this.wholeLog = wholeLog;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(@Nullable Official by, String what, String subject, Map<String, String> facts) {
        var official = by == null ? null : by.id();
        var salt = Digests.salt();
        var kept = composed(facts);
        var commitment = LogLine.commitment(salt, official, subject, kept).sha256();

        lines.add(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                what,
                new LineRows.Written(official, subject, kept, salt, commitment));

        chainBeforeCommit();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> seek(Search sought, @Nullable Long before, int limit) {
        return lines.newest(sought, before, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict verify() {
        return wholeLog.check();
    }

    /** Canonical JSON takes composed characters (NFC) only. */
    private static Map<String, String> composed(Map<String, String> facts) {
        var composed = new TreeMap<String, String>();
        facts.forEach((name, value) -> composed.put(name, NormalForm.composed(value)));
        return composed;
    }

    private void chainBeforeCommit() {
        var planned =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(it -> it instanceof Chaining);
        if (!planned) {
            TransactionSynchronizationManager.registerSynchronization(new Chaining());
        }
    }

    private void chain() {
        var end = lines.lockHead();
        var before = end;
        List<LineRows.Unchained> unchained;
        do {
            unchained = lines.unchained();
            for (var line : unchained) {
                var n = end.n() + 1;
                end = new LineRows.Head(n, LogLine.hash(end.hash(), n, line.time(), line.what(), line.commitment()));
                lines.chain(line.id(), end);
            }
        } while (unchained.size() == LineRows.AT_ONCE);
        if (end.n() > before.n()) {
            lines.moveHead(end);
        }
    }

    private final class Chaining implements TransactionSynchronization, Ordered {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            chain();
        }
    }
}
