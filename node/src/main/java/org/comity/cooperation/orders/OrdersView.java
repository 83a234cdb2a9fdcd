package org.comity.cooperation.orders;

import java.util.List;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Participant;

/** What awaits an order, emergencies first, at most 50. */
public record OrdersView(List<Line> lines) {

    public record Line(RequestRow request, Participant other) {}
}
