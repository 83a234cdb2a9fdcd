package org.comity.desk;

import java.util.Map;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The numbers of the rail: what waits for our State, and what waits for this official. */
@Component
class DeskCounts implements NavCounts {

    private final ObjectProvider<ReadingDesk> desk;

    DeskCounts(ObjectProvider<ReadingDesk> desk) {
        this.desk = desk;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        if (official.duties().size() == 1 && (official.holds(Duty.ADMINISTRATOR) || official.holds(Duty.OVERSIGHT))) {
            return Map.of();
        }
        var reading = desk.getObject();
        int ours = reading.ours() + (ReadingDesk.mayApprove(official) ? reading.waiting() : 0);
        return Map.of("desk", ours);
    }
}
