package org.comity.procedure;

import java.util.List;
import java.util.Map;
import org.comity.thread.Threads.KeptAct;

/** Says how a request begins by which a domestic order is served; a part of the procedure that serves it. */
public interface ServingOrders extends ProcedurePart {

    /**
     * The opening act's body as it begins: what the order says, and nothing of the request in which it was granted.
     *
     * @param like the body of another act that serves one, from which the things are taken that are answered one by one; empty
     *     for none
     */
    Map<String, Object> begun(DomesticOrder order, Map<String, Object> like);

    /**
     * What was answered of each thing that it names, one answer each, in the order in which they were first answered.
     *
     * @param acts those that had effect, in the order of the register, the opening one first
     */
    List<AnswerToOrder> answers(List<KeptAct> acts);
}
