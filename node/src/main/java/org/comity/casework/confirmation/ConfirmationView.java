package org.comity.casework.confirmation;

import java.util.List;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.acts.ActView;
import org.comity.ui.FormProblems;

/**
 * One act that left with one officer, as it left.
 *
 * @param second who decided, by name; empty while nobody has
 * @param deciders by name, who may decide now; empty once somebody has
 * @param mayDecide this reader may decide now
 * @param words as typed
 */
public record ConfirmationView(
        Confirmation confirmation,
        ActView act,
        String submitter,
        String goneAhead,
        String second,
        List<String> deciders,
        boolean mayDecide,
        String words,
        FormProblems problems) {}
