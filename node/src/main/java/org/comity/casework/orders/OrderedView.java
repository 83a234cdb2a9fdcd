package org.comity.casework.orders;

import java.util.List;
import org.comity.procedure.AnswerToOrder;
import org.comity.procedure.RequestRow;
import org.comity.procedure.ServingOrders.Deletion;
import org.jspecify.annotations.Nullable;

/**
 * What one order names, thing by thing, and where each stands.
 *
 * @param deletion whether it was said that the data are deleted; null where it is not to be said
 * @param record we write down what the provider says
 */
public record OrderedView(
        RequestRow order, List<Line> lines, @Nullable Deletion deletion, boolean record) {

    /** @param answer null where nothing was said of it alone: it stands where the order stands */
    public record Line(String item, @Nullable AnswerToOrder answer) {}

    public boolean anyEnd() {
        return lines.stream()
                .anyMatch(it -> it.answer() != null && !it.answer().held().nothing());
    }

    public boolean anyNote() {
        return lines.stream()
                .anyMatch(it -> it.answer() != null && !it.answer().note().isEmpty());
    }
}
