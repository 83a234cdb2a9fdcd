package org.comity.paper;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;

/**
 * Shows what an officer corrects of how a letter went, or why it will not be posted.
 *
 * @param label what the act says; empty once its words were deleted
 * @param official who said how it went, by name; empty until then
 * @param answered something that the other State said rests on it, so that it stands as it is
 */
public record CorrectLetterView(
        RequestRow row,
        Participant other,
        String label,
        Dispatch letter,
        String official,
        boolean answered,
        List<Choice> channels,
        TypedValues typed,
        FormProblems problems) {}
