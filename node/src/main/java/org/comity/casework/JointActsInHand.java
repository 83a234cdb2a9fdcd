package org.comity.casework;

import java.util.List;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;

/** Lists the acts of joint threads that our officers have in hand: no more are begun than can be read at once. */
public interface JointActsInHand {

    /** @param reader as this official may see it, by id, or {@link Compartments#ANYBODY} */
    List<UnsentAct> list(Language language, String reader);

    /** How many wait for an approval that this officer may give, drills left out; counted to 100. */
    int toApprove(Official by);
}
