package org.comity.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Records who read, approved or administered, in the caller's transaction. Joins the caller's transaction. */
public interface Ledger {

    /**
     * @param what past-tense fact in dotted form, e.g. {@code act.approved}, {@code thread.read}, {@code entry.exported}
     * @param subject thread id, act id, or other reference
     * @param by null when the node itself acted
     */
    void record(@Nullable Official by, String what, String subject, Map<String, String> facts);

    /** Newest first, at most {@code limit} (1 to 200), older than line {@code before} when given. */
    default List<Line> lines(@Nullable String subject, @Nullable Long before, int limit) {
        return seek(subject == null ? Search.EVERYTHING : Search.about(List.of(subject)), before, limit);
    }

    /** The same, of those lines that {@code sought} names. */
    List<Line> seek(Search sought, @Nullable Long before, int limit);

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

    /**
     * Which lines; each part that is given must hold.
     *
     * @param subjects lines about one of these, at most {@link #MOST_SUBJECTS}; null: about anything
     * @param orBy an official: lines by this one count like lines about the subjects; null: only what is about them
     * @param official lines by this official alone, or null
     * @param whats facts, each whole ({@code act.exported}) or as its first part with the dot ({@code evidence.}); empty: any
     * @param from the first instant, or null; {@code until} the first that no longer counts, or null
     */
    record Search(
            @Nullable List<String> subjects,
            @Nullable String orBy,
            @Nullable String official,
            List<String> whats,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final int MOST_SUBJECTS = 20_000;

        public static final Search EVERYTHING = new Search(null, null, null, List.of(), null, null);

        public static Search about(List<String> subjects) {
            return new Search(subjects, null, null, List.of(), null, null);
        }

        public Search {
            if (subjects != null && subjects.size() > MOST_SUBJECTS) {
                throw new IllegalArgumentException("Too many subjects: " + subjects.size());
            }
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
