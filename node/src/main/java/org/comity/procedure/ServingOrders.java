package org.comity.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;

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

    /** The things that it names and that are answered one by one, as they are read. */
    List<String> named(KeptAct opening);

    /** The kinds of data, of those that providers say they keep, for which the opening act asks; not of what is still to come. */
    Set<String> asksKept(Map<String, Object> opening);

    /** Whether it is still to be said that the data are deleted; empty while the order goes on, or where nothing was kept. */
    Optional<Deletion> deletion(Threads.Thread thread, List<KeptAct> acts);

    /**
     * @param act with which it is said
     * @param said when it was; null until then
     */
    record Deletion(String act, @Nullable Instant said) {}
}
