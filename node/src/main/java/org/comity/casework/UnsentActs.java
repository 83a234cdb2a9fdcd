package org.comity.casework;

import java.util.List;
import java.util.function.Predicate;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Lists what our officers have in hand, so that nothing vanishes between writing and leaving. */
public interface UnsentActs {

    /** Shown at once; on one page there are as many, what is to be confirmed, the acts of joint threads, and what came on paper. */
    int MOST = 100;

    /** A search looks through so many drafts, the reader's own first. */
    int LOOKED_THROUGH = 500;

    /**
     * Being written, returned, waiting for approval, held until an hour, not yet confirmed or not yet recorded, by pages: the reader's own are on
     * the first, then comes what waits for approval. On each life at risk stands first, then they are by {@link
     * UnsentAct.Progress}, then whoever waits longest.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     * @param after {@link Page#next()} of the page before; null, or what is none, for the first
     */
    Page page(Language language, String reader, @Nullable String after);

    /** Those that say what is looked for, in the same order; at most {@link #MOST}, of {@link #LOOKED_THROUGH}. */
    Found saying(Language language, String reader, Predicate<Said> says);

    /** How many wait for an approval that this officer may give, drills left out; counted to {@link #MOST}, and of joint threads. */
    int toApprove(Official by);

    /**
     * What is known of an act before anything else about it is read.
     *
     * @param officer by name, who has it in hand
     * @param others for whom it is, by id
     */
    record Said(Draft draft, String subject, String officer, List<String> others) {

        public static Said of(UnsentAct act) {
            return new Said(act.draft(), act.subject(), act.officer(), act.others());
        }
    }

    /** @param more there are drafts that were not looked through */
    record Found(List<UnsentAct> acts, boolean more) {

        public Found {
            acts = List.copyOf(acts);
        }
    }

    /** @param next where the next page begins, or null */
    record Page(List<UnsentAct> acts, @Nullable String next) {

        public Page {
            acts = List.copyOf(acts);
        }
    }
}
