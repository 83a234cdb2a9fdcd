package org.comity.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** The domestic log: who read, approved, administered. Joins the caller's transaction. */
public interface Ledger {

    /**
     * @param what past-tense fact in dotted form, e.g. {@code act.approved}, {@code thread.read}, {@code entry.exported}
     * @param subject thread id, act id, or other reference
     * @param by null when the node itself acted
     */
    void record(@Nullable Official by, String what, String subject, Map<String, String> facts);

    /** Newest first, at most {@code limit} (1 to 200), older than line {@code before} when given. */
    List<Line> lines(@Nullable String subject, @Nullable Long before, int limit);

    /** Walks the whole log from its first line: chain, tree and checkpoints. */
    Verdict verify();

    /**
     * @param lines that hold
     * @param broken the first line that was changed, removed or put in between, or null; where all hashes were changed
     *     with it, the first that the last right checkpoint does not hold
     */
    record Verdict(long lines, @Nullable Long broken) {
        public boolean holds() {
            return broken == null;
        }
    }

    /** @param hash chains each line to the one before (SHA-256, hexadecimal) */
    record Line(
            long n,
            Instant time,
            @Nullable String official,
            String what,
            String subject,
            Map<String, String> facts,
            String hash) {}
}
