package org.comity.implementation.review;

import java.time.Instant;
import java.util.List;
import org.comity.ui.FormProblems;

/**
 * The draws of this node, and the form for the next one.
 *
 * @param mayCommit this official
 */
public record ReviewsView(List<Line> draws, boolean mayCommit, DrawForm form, FormProblems problems) {

    public record Line(String round, Instant committedAt, boolean drawn) {}
}
