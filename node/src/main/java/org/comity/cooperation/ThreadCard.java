package org.comity.cooperation;

import gg.jte.Content;
import java.util.Optional;
import org.comity.ui.Page;
import org.comity.vocabulary.Official;

/** Draws a card that a room above puts beside a request, which does not know that room; one bean a card. */
public interface ThreadCard {

    /** Nothing where the reader has no use for it. */
    Optional<Card> beside(RequestRow row, Official by);

    /** Draws itself on the page that is being drawn. */
    interface Card {
        Content on(Page page);
    }
}
