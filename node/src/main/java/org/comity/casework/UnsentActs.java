package org.comity.casework;

import java.util.List;
import org.comity.ui.Language;

/** Lists what our officers have in hand, so that nothing vanishes between writing and leaving. */
public interface UnsentActs {

    /**
     * Being written, returned, waiting for approval, held until an hour, or not yet confirmed: life at risk first, then by
     * {@link UnsentAct.Progress}, then whoever waits longest; at most 100.
     *
     * @param reader as this official may see it, by id, or {@link Compartments#ANYBODY}
     */
    List<UnsentAct> all(Language language, String reader);
}
