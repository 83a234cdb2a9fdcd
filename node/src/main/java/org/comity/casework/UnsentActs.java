package org.comity.casework;

import java.util.List;
import java.util.function.BiPredicate;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/** Lists what our officers have in hand, so that nothing vanishes between writing and leaving. */
public interface UnsentActs {

    /** Shown at once; on one page there are as many, and what is to be confirmed. */
    int MOST = 100;

    /**
     * Being written, returned, waiting for approval, held until an hour, or not yet confirmed, by pages: the reader's own are on
     * the first, then comes what waits for approval. On each life at risk stands first, then they are by {@link
     * UnsentAct.Progress}, then whoever waits longest.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     * @param after {@link Page#next()} of the page before; null, or what is none, for the first
     */
    Page page(Language language, String reader, @Nullable String after);

    /**
     * Those that say what is looked for, in the same order; at most {@link #MOST}.
     *
     * @param says asked of a draft and its subject
     */
    List<UnsentAct> saying(Language language, String reader, BiPredicate<Draft, String> says);

    /** @param next where the next page begins, or null */
    record Page(List<UnsentAct> acts, @Nullable String next) {

        public Page {
            acts = List.copyOf(acts);
        }
    }
}
