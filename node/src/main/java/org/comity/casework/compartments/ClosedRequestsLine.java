package org.comity.casework.compartments;

import java.util.List;
import java.util.Map;
import org.comity.casework.Compartments;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.stereotype.Component;

/** How many requests are closed: all that an administrator learns of them. */
@Component
class ClosedRequestsLine implements HealthLines {

    private final Compartments compartments;

    ClosedRequestsLine(Compartments compartments) {
        this.compartments = compartments;
    }

    @Override
    public List<HealthLine> lines() {
        int n = compartments.closed();
        return List.of(
                n == 0
                        ? HealthLine.of("compartments", State.OFF, "none", Map.of())
                        : HealthLine.of("compartments", State.GOOD, "closed", Map.of("n", n)));
    }
}
