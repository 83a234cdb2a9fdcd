package org.comity.paper;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The in-tray of a made-up State without a node.
 *
 * @param text of the answer just written, or null
 */
public record TrayView(
        Participant state,
        List<RequestRow> rows,
        List<Choice> answers,
        @Nullable RequestRow chosen,
        TypedValues typed,
        @Nullable String text) {}
