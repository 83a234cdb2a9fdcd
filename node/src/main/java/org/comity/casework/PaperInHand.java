package org.comity.casework;

import org.comity.ui.Language;

/** Lists what came on paper or by phone and was written down, and waits to be compared and recorded. */
public interface PaperInHand {

    /**
     * At most {@link UnsentActs#MOST} a page: where life is at risk first, then the reader's own, then what waits longest. What
     * is hidden from the reader takes no place.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     * @param after {@link UnsentActs.Page#next()} of the page before; empty for the first
     */
    UnsentActs.Page page(Language language, String reader, String after);
}
