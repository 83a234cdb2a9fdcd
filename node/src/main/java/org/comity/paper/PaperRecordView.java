package org.comity.paper;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.ActForms;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shows the page on which an officer writes down what came.
 *
 * @param types what the other party's act may be now
 * @param type chosen, or null
 */
public record PaperRecordView(
        RequestRow row,
        Participant other,
        List<Choice> types,
        @Nullable String type,
        List<ActForms.Field> fields,
        List<Choice> channels,
        List<Choice> zones,
        TypedValues typed,
        FormProblems problems) {}
