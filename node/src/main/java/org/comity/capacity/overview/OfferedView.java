package org.comity.capacity.overview;

import java.util.List;
import org.comity.capacity.OffersOnBoard.Offer;

/**
 * Shows beside our own needs what is offered to all.
 *
 * @param law whose words say what an offer says
 * @param more there are others on the board
 */
public record OfferedView(String law, List<Line> lines, boolean more) {

    /** @param wanted it is of a kind of which we need help now */
    public record Line(Offer offer, boolean wanted) {}

    public OfferedView {
        lines = List.copyOf(lines);
    }

    /** Of a board of another node; empty where nothing stands. */
    public String board() {
        return lines.isEmpty() ? "" : "/boards/" + lines.getFirst().offer().host() + "/offers";
    }
}
