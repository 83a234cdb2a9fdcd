package org.comity.casework;

import java.util.Optional;
import org.comity.thread.JointThreads.Joint;
import org.comity.vocabulary.Official;

/** Draws a card that another folder puts beside a joint thread; one bean a card. */
public interface JointThreadCard {

    /** Nothing where the reader has no use for it. */
    Optional<ThreadCard.Card> beside(Joint joint, Official by);
}
