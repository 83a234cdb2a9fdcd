package org.comity.proof.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogEpoch;
import org.comity.proof.log.LogLine;
import org.comity.proof.tree.MerkleTree;

/** How a log came to its origin: the openings of its epochs, each a line of its tree. */
final class CheckingEpochs {

    private final Checks checks;
    private final Checkpoint checkpoint;
    private final List<LogEpoch> epochs = new ArrayList<>();

    CheckingEpochs(Checks checks, Checkpoint checkpoint) {
        this.checks = checks;
        this.checkpoint = checkpoint;
    }

    void check(List<LineProof.Opening> openings) {
        var before = LogEpoch.first(checkpoint.origin());
        for (var each : openings) {
            if (!each.line().what().equals(LogEpoch.OPENED)) {
                other(each.line());
                return;
            }
            var epoch = LogEpoch.of(each.line());
            if (!opens(each, epoch, before)) {
                other(each.line());
                return;
            }
            begun(each.line(), epoch);
            epochs.add(epoch);
            before = epoch.origin();
        }
        checks.want(
                "epoch",
                before.equals(checkpoint.origin()),
                openings.isEmpty() ? "The log is in its first epoch." : "So the log came to its origin.",
                "How the log came to its origin %s is not shown.".formatted(checkpoint.origin()));
    }

    private boolean opens(LineProof.Opening opening, LogEpoch epoch, String before) {
        var line = opening.line();
        return line.opens()
                && epoch.before().equals(before)
                && epoch.size() < line.n()
                && MerkleTree.includes(
                        checkpoint.rootBytes(), checkpoint.size(), line.leaf(), line.n() - 1, opening.path());
    }

    private void begun(LogLine line, LogEpoch epoch) {
        checks.want(
                "epoch",
                true,
                "Two officers began the log anew with line %d, at %s, after a restore that knew %d lines of %s%s."
                        .formatted(
                                line.n(),
                                line.time(),
                                epoch.size(),
                                epoch.before(),
                                epoch.lost() == null ? "" : "; a head of %d lines was shown".formatted(epoch.lost())),
                "");
    }

    private void other(LogLine line) {
        checks.want("epoch", false, "", "Line %d does not open an epoch of this log.".formatted(line.n()));
    }

    /** Which of the lines that were signed under this origin have come down to the checkpoint; nothing if it is unknown. */
    Optional<Long> known(String origin) {
        long known = Long.MAX_VALUE;
        boolean found = origin.equals(LogEpoch.first(checkpoint.origin()));
        for (var each : epochs) {
            if (found) {
                known = Math.min(known, each.size());
            }
            found |= each.origin().equals(origin);
        }
        return found ? Optional.of(known) : Optional.empty();
    }
}
