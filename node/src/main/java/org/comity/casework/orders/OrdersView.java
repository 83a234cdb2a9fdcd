package org.comity.casework.orders;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * A page of what awaits an order, emergencies first.
 *
 * @param next where the next page begins, or null
 */
public record OrdersView(List<Line> lines, @Nullable String next) {

    public record Line(RequestRow request, Participant other) {}
}
