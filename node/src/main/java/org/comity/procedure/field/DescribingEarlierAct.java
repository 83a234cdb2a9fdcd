package org.comity.procedure.field;

import java.util.List;

/** Names the earlier act of which an act speaks, and says what that one said. */
public interface DescribingEarlierAct {

    /** Where no thread is known yet. */
    DescribingEarlierAct NOTHING = (act, _) -> List.of(act);

    /** @param quoted types of act whose words are read too */
    List<String> lines(String act, List<String> quoted);
}
