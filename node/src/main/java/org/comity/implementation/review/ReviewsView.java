package org.comity.implementation.review;

import java.time.Instant;
import java.util.List;
import org.comity.ui.FormProblems;

/**
 * The draws of this node, and the form for the next one.
 *
 * @param full only the newest are read; older ones have left the board
 * @param published this node hosts the board on which a draw stands
 * @param mayCommit this official
 */
public record ReviewsView(
        List<Line> draws, boolean full, boolean published, boolean mayCommit, DrawForm form, FormProblems problems) {

    public record Line(String round, Instant committedAt, boolean drawn) {}
}
