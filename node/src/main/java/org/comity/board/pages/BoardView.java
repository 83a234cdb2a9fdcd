package org.comity.board.pages;

import java.time.Instant;
import java.util.List;
import org.comity.board.BodyRow;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HostLine;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one board.
 *
 * @param line how we stand with its host; null where that is this node
 * @param shown what its host shows to us, and not to everybody who takes part
 * @param most as many as are shown
 */
public record BoardView(
        HeldBoard board, String hostName, @Nullable HostLine line, List<Entry> entries, List<Shown> shown, int most) {

    /**
     * @param audience {@code participants} or {@code public}
     * @param fetched its body is here
     * @param rows what the body says, name by name
     */
    public record Entry(
            String title,
            String subject,
            String audience,
            Instant at,
            String act,
            boolean fetched,
            List<BodyRow> rows) {}

    /** @param since it is here */
    public record Shown(String title, String subject, Instant since, List<BodyRow> rows) {}
}
