package org.comity.casework.acts;

import java.util.List;
import org.comity.casework.ReturnedDrafts.Returned;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Participant;
import org.comity.procedure.ActWriting;
import org.comity.procedure.Draft;
import org.comity.sealing.Letters.Section;
import org.comity.ui.FormProblems;
import org.comity.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * An act before it leaves, as its reader will see it.
 *
 * @param language of the document, a BCP 47 tag
 * @param jsonSize bytes, 0 before submission; {@code pdfSize} likewise
 * @param function in which both authorities speak
 * @param needsCentral it waits for the central authority
 * @param pointed what the program points out without blocking
 * @param gaps what a request still needs before it can be submitted
 * @param keysWithdrawn the addressee has revoked its keys, so that nothing can be sealed for it now
 * @param atSeat the addressee reads it at a seat here, and needs no letter
 * @param returned who gave it back, and why; null where nobody did
 * @param since what changed since somebody returned it; null where nobody did, or it does not wait for approval
 * @param address under which the pages of its request are; empty while it has no reference
 * @param said of the act that opens a request, what its instrument says of it, in this {@code edition}
 * @param confidential its request is; of one that is not sent yet, its draft says so
 * @param mayApprove this reader may approve it now; {@code mayTakeBack} submitted it, and may change it again
 */
// More than twelve: its template shows each.
public record ActView(
        Draft draft,
        String headline,
        List<Section> sections,
        String language,
        String direction,
        Participant self,
        Participant other,
        String function,
        boolean needsSecond,
        boolean needsCentral,
        List<ActWriting.Pointed> pointed,
        List<Gap> gaps,
        List<ProcedureLaw.Provision> said,
        String edition,
        boolean mayApprove,
        boolean mayTakeBack,
        String address,
        String backTo,
        String submitter,
        long jsonSize,
        long pdfSize,
        @Nullable String sendingStatus,
        boolean keysWithdrawn,
        boolean atSeat,
        @Nullable Returned returned,
        @Nullable SinceReturned since,
        boolean confidential) {

    /**
     * @param label of the field, or of what the law asks there, or empty
     * @param href the page on which it is said
     * @param typed something stands there, and is not right; else it is missing
     */
    public record Gap(FormProblems.Problem problem, String label, String href, boolean typed) {

        /** What is typed wrong, and a problem without words of its own, is told with what it is about. */
        public String text(Page page) {
            var text = problem.text(page);
            return label.isEmpty() || !typed && page.has(problem.key())
                    ? text
                    : page.t("acts.gap.of", "what", label, "problem", text);
        }
    }
}
