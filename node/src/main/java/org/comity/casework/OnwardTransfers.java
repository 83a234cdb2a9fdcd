package org.comity.casework;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;

/**
 * The register of personal data that went on, or may go on, to a third State or an organisation, Art. 36(3): each act that
 * asks, authorises, refuses, or says what was passed on, in whatever procedure; ours and theirs.
 */
public interface OnwardTransfers {

    /** Lines of one year at most; a State that has more reads them in the requests. */
    int MOST = 2000;

    /** Of the year (UTC), oldest first, of requests that this official may see. */
    OfYear ofYear(int year, Official by);

    /**
     * At most {@link #MOST} lines.
     *
     * @param cut the year has more than were looked at; whether they are this reader's to see is not said
     */
    record OfYear(List<Line> lines, boolean cut) {}

    /**
     * What one act says.
     *
     * @param type of the act, e.g. {@code authorise-onward}
     * @param ours we said it
     * @param recipient the third State or organisation; empty where the act names none, or its words were deleted
     * @param what data
     * @param day on which they were passed on, or until which it is authorised; may be empty
     * @param words conditions, reasons, remarks; may be empty
     */
    record Line(
            RequestRow request,
            String act,
            String type,
            Instant at,
            boolean ours,
            String recipient,
            String what,
            String day,
            String words) {}
}
