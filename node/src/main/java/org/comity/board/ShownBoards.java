package org.comity.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads what hosts that are followed show to this node and not to everybody who takes part. */
public interface ShownBoards {

    /** In the order of host, board and subject. */
    List<ShownEntry> all();

    default List<ShownEntry> of(String host, String board) {
        return all().stream()
                .filter(it -> it.host().equals(host) && it.board().equals(board))
                .toList();
    }

    /** @param since it is here, in this form or an earlier one */
    record ShownEntry(String host, String board, String subject, Map<String, Object> body, Instant since) {}
}
