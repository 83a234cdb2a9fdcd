package org.comity.casework;

import java.util.List;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;

/** Lists what our officers have in hand, so that nothing vanishes between writing and leaving. */
public interface UnsentActs {

    /** Looked through at once; on one page there are as many, and what is to be confirmed. */
    int MOST = 100;

    /**
     * Being written, returned, waiting for approval, held until an hour, or not yet confirmed: life at risk first, then by
     * {@link UnsentAct.Progress}, then whoever waits longest.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     */
    List<UnsentAct> all(Language language, String reader);

    /**
     * The same by pages, each in that order: the reader's own are on the first, then comes what waits for approval.
     *
     * @param after {@link Page#next()} of the page before; null, or what is none, for the first
     */
    Page page(Language language, String reader, @Nullable String after);

    /** @param next where the next page begins, or null */
    record Page(List<UnsentAct> acts, @Nullable String next) {

        public Page {
            acts = List.copyOf(acts);
        }
    }
}
