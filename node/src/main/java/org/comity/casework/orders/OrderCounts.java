package org.comity.casework.orders;

import java.util.Map;
import org.comity.procedure.Requests;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The figure of the rail: what awaits an order. */
@Component
class OrderCounts implements NavCounts {

    private final ObjectProvider<Requests> requests;

    OrderCounts(ObjectProvider<Requests> requests) {
        this.requests = requests;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return official.holds(Duty.MAGISTRATE)
                ? Map.of("orders", requests.getObject().countAwaitingOrder(official))
                : Map.of();
    }
}
