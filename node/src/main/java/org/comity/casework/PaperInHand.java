package org.comity.casework;

import java.util.List;
import org.comity.ui.Language;

/** Lists what came on paper or by phone and was written down, and waits to be compared and recorded. */
public interface PaperInHand {

    /**
     * At most {@link UnsentActs#MOST}: where life is at risk first, then the reader's own, then what waits longest. What is
     * hidden from the reader takes no place.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     */
    List<UnsentAct> list(Language language, String reader);
}
