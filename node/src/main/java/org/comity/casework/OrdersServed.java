package org.comity.casework;

import java.util.Collection;
import java.util.Map;

/** Knows in which request the order was granted that a draft serves. */
public interface OrdersServed {

    /** The request's thread, by draft; nothing of a draft that serves no order of a request. */
    Map<String, String> requests(Collection<String> drafts);

    /** What serves an order is begun again as another draft, which serves the same one. */
    void beginAgain(String draft, String again);
}
