package org.comity.casework;

import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;

/** Corrects the number under which a State without a node has a request: it was read wrongly, or out of another letter. */
public interface TheirNumbers {

    /** On record. Empty takes it away, so that the next letter of theirs names it. */
    void correct(RequestRow row, String number, Official by);
}
