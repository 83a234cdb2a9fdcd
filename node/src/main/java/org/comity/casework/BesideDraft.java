package org.comity.casework;

import java.util.List;
import java.util.Optional;
import org.comity.casework.ThreadCard.Card;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;

/** Says of a request that is being written what is known of the one who is asked; seen by us alone. */
public interface BesideDraft {

    /** Nothing where nothing can be known. */
    Optional<Card> card(Draft draft);

    /** What the program points out and the State decides; it holds nothing up. */
    List<Pointed> pointed(Draft draft);
}
