package org.comity.identity.administration;

import java.util.List;
import org.comity.ui.HealthLine;

/** The page of the node's health; what needs a look comes first. */
public record HealthView(List<HealthLine> lines) {

    public long count(HealthLine.State state) {
        return lines.stream().filter(it -> it.state() == state).count();
    }
}
