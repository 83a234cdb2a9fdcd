package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;

/**
 * Which duty may open requests and add to them; pages and programs ask alike. The administrator runs the node and reads
 * no case. Each method returns, or throws {@code request.not-your-duty}.
 */
public interface CaseAccess {

    /** Lists, drafts, and any request. A magistrate reads what was passed on for an order, and nothing else. */
    void mustRead(Official by);

    /**
     * One request, for who may read it.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code request.unknown}
     */
    RequestRow row(String reference, Official by);

    /** The same, whatever this official's duty; empty where there is none, or it is closed to this official. */
    Optional<RequestRow> find(String reference, Official by);

    Optional<RequestRow> ofThread(String thread, Official by);

    /** Those of them that are not closed to this official, in no order. */
    List<RequestRow> ofThreads(Collection<String> threads, Official by);

    /** One request that awaits, or awaited, an order: for the lawyer, and for a magistrate once it was passed on. */
    RequestRow forOrder(String reference, Official by);

    /** May see lists and requests whole. */
    boolean mayRead(Official by);

    /** The year's register and its figures. */
    void mustReadRegister(Official by);

    /** What happened on this node is for its oversight alone. */
    void mustOversee(Official by);

    /** Drafts and messages are the desk's to write: duty officer and lawyer. */
    void mustWrite(Official by);

    boolean mayWrite(Official by);

    /** Orders are the magistrate's and the lawyer's to see, grant and refuse. */
    void mustOrder(Official by);

    /** Takes back what was approved: the desk, and whoever may approve. */
    void mustRecall(Official by);

    /** Only the lawyer keeps a request from being deleted, and ends that. */
    void mustHoldByLaw(Official by);

    /**
     * An order is the magistrate's and the lawyer's to record, and that discrimination was considered theirs who may approve;
     * the rest is the desk's, the magistrate's and the custodian's.
     */
    void mustFile(Official by, DomesticFile.Kind kind);

    /** As {@link #mayFile}. */
    void mustFile(Official by, DomesticFile.Kind kind, RequestRow in);

    /** In this request: where our profile says so, the duty officer orders a preservation as well. */
    boolean mayFile(Official by, DomesticFile.Kind kind, RequestRow in);
}
