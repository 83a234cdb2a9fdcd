package org.comity.casework.orders;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** An order that cannot be recorded, or a document that is not there any more. */
final class OrderRefused extends RuleBroken {

    private OrderRefused(String code) {
        super(code, Map.of());
    }

    static OrderRefused decided() {
        return new OrderRefused("orders.decided");
    }

    /** What is begun from a closed request would be open to every officer. */
    static OrderRefused closedRequest() {
        return new OrderRefused("draft.closed-request");
    }

    static OrderRefused notServed() {
        return new OrderRefused("orders.not-served");
    }

    static OrderRefused anotherOrder() {
        return new OrderRefused("orders.another-order");
    }

    static OrderRefused noDocument() {
        return new OrderRefused("orders.document-unknown");
    }
}
