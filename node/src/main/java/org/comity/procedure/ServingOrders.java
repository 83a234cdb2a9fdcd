package org.comity.procedure;

import java.util.Map;

/** Says how a request begins by which a domestic order is served; a part of the procedure that serves it. */
public interface ServingOrders extends ProcedurePart {

    /** The opening act's body as it begins: what the order says, and nothing of the request in which it was granted. */
    Map<String, Object> begun(DomesticOrder order);
}
