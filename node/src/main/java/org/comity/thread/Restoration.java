package org.comity.thread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Knows that this node came back from a backup, and with whom its registers are not compared yet. Whoever cooperates with it holds that, signed; until a counterpart's registers are compared with ours, nothing new is registered or sent in threads with it.
 */
public interface Restoration {

    /** Of the last restore; empty if there was none. */
    Optional<Restored> last();

    /** Joins the caller's transaction, and holds off {@link #open} until it ends. */
    boolean closedTo(String counterpart);

    /**
     * Takes back what was held when the backup was made, registers what else waits in the registers that we keep with
     * this counterpart, and closes no longer. Joins the caller's transaction.
     *
     * @param by who opens without having compared; null if the registers agree
     * @return acts of ours that were taken back: they may have been recalled after the backup
     */
    List<String> open(String counterpart, @Nullable Official by);

    /** How each thread with a counterpart stands here, by thread, at most {@code limit} after thread {@code after}. */
    List<Head> heads(String counterpart, String after, int limit);

    /** How many threads with a counterpart are here, ended ones and joint ones too. */
    long count(String counterpart);

    /** Whether all that a counterpart holds is here too, or the thread is disputed and both know. */
    boolean holds(Head head);

    /** From which entry on the counterpart's register is needed here. */
    long neededAfter(Head head);

    /** What a counterpart has is not held any more, whatever the backup says. Joins the caller's transaction. */
    void left(Head head);

    /** The restore itself was written into the ledger, and what was held for a letter taken back; true the first time. */
    boolean told();

    /** @param backupAt the instant whose state this node has */
    record Restored(Instant at, Instant backupAt) {}

    /**
     * @param n of the last entry, 0 for none; {@code hash} of that entry
     * @param open acts without an entry, at most 200
     */
    record Head(String thread, long n, String hash, List<String> open) {
        public Head {
            open = List.copyOf(open);
        }
    }
}
