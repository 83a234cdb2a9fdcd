package org.comity.conference;

import java.util.List;
import org.comity.board.BodyRow;

/** One paper of the Conference on the page of a seat, as its board says it. */
public record PaperForSeat(String title, List<BodyRow> rows) {

    public PaperForSeat {
        rows = List.copyOf(rows);
    }
}
