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

    static OrderRefused noDocument() {
        return new OrderRefused("orders.document-unknown");
    }
}
