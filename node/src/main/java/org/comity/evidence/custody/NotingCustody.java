package org.comity.evidence.custody;

import java.util.UUID;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.vocabulary.Official;

/** Writes down what was done with a sealed item and changes nothing of it. */
public interface NotingCustody {

    void note(UUID item, Event what, Official by);
}
