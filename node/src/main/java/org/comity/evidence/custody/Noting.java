package org.comity.evidence.custody;

import java.util.UUID;
import org.comity.evidence.CustodyEntry.What;
import org.comity.vocabulary.Official;

/** What was done with a sealed item and changes nothing of it. */
public interface Noting {

    void note(UUID item, What what, Official by);
}
