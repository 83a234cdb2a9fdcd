package org.comity.seat;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shows the seats on this node, and who can be invited.
 *
 * @param adopted id and name of authorities that said they have a node of their own
 * @param link of an invitation that was just made; it is shown once
 */
public record SeatsView(
        List<Line> seats,
        List<Participant> authorities,
        List<Choice> adopted,
        @Nullable String link,
        TypedSeat typed,
        FormProblems problems) {

    /** @param status as {@code seat.status.…} words it */
    public record Line(String id, String authority, String name, String function, String status) {}

    /** What somebody typed for an invitation. */
    public record TypedSeat(String authority, String name, String function) {}
}
