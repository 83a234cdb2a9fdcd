package org.comity.casework.confirmation;

import java.util.List;
import org.comity.casework.Confirmations.Confirmation;

/** All that waits for a second officer's word, oldest first. */
public record ConfirmationsView(List<Line> lines) {

    /** @param mayDecide this reader may decide */
    public record Line(Confirmation confirmation, String goneAhead, boolean mayDecide) {}
}
