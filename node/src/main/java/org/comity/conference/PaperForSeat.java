package org.comity.conference;

import java.util.List;
import org.comity.board.BodyRow;
import org.jspecify.annotations.Nullable;

/**
 * One paper of the Conference on the page of a seat, as its board says it.
 *
 * @param path the page of its own that a text has; null for any other
 * @param files that this node keeps and gives
 */
public record PaperForSeat(
        String title, List<BodyRow> rows, @Nullable String path, List<PaperFile> files) {

    public PaperForSeat {
        rows = List.copyOf(rows);
        files = List.copyOf(files);
    }

    public record PaperFile(String language, String path) {}
}
