package org.comity.cooperation;

import org.comity.vocabulary.Official;

/**
 * Which duty may open requests and add to them; pages and programs ask alike. The administrator runs the node and reads
 * no case. Each method returns, or throws {@code request.not-your-duty}.
 */
public interface CaseAccess {

    void mustRead(Official by);

    /** Drafts and messages are the desk's to write: duty officer and lawyer. */
    void mustWrite(Official by);

    /** Takes back what was approved: the desk, and whoever may approve. */
    void mustRecall(Official by);

    /** An order is the magistrate's to record; the rest is the desk's and the custodian's. */
    void mustFile(Official by, DomesticFile.Kind kind);
}
