package org.comity.casework;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.AnswerToOrder;

/** Says of a request to us what providers answered to the orders that were served for it; nothing leaves our side. */
public interface AnsweredOrders {

    /** One for each thing and order; of an order that not all who see the request may see, nothing. */
    List<Answered> to(String request);

    /**
     * @param address of the page of the order
     * @param over nothing more is kept for the order
     */
    record Answered(String address, Participant by, boolean over, AnswerToOrder answer) {}
}
