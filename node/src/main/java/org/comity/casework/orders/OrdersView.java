package org.comity.casework.orders;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;

/** What awaits an order, emergencies first, at most 50. */
public record OrdersView(List<Line> lines) {

    public record Line(RequestRow request, Participant other) {}
}
