package org.comity.board.pages;

import java.util.List;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HostLine;
import org.comity.board.HostsFollowed.Contradiction;

/** The list of boards, host by host. */
public record BoardsView(List<OfHost> hosts) {

    /**
     * @param name of the participant, in the reader's language
     * @param own this node hosts them
     * @param line how we stand with it; null for ourselves
     */
    public record OfHost(
            String id,
            String name,
            boolean own,
            @org.jspecify.annotations.Nullable HostLine line,
            List<HeldBoard> boards,
            List<Contradiction> contradictions) {}
}
