package org.comity.board;

import java.util.List;
import java.util.Optional;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.jspecify.annotations.Nullable;

/** Where this node has boards from: its own, or those that it follows. */
public interface BoardSource {

    List<HeldBoard> boards();

    /** Those of this name that other nodes host. */
    List<HeldBoard> elsewhere(String board);

    /** As the public knows them: only what was published before everybody is counted, and only it is news. */
    List<HeldBoard> openBoards();

    /** @param open as the public knows it */
    Optional<HeldBoard> board(String host, String board, boolean open);

    /** Newest first; empty for a board that is not of this source. */
    List<HeldEntry> standing(String host, String board, int limit);

    /** Of these the subjects that begin so, newest first, at most {@code limit} of each; of boards of this source alone. */
    List<HeldEntry> under(String board, List<Beginning> beginnings, int limit);

    /** What of it stands before everybody, newest first. */
    List<HeldEntry> open(String host, String board, int limit);

    Optional<HeldEntry> standing(String host, String board, String subject);

    /**
     * That the host published this, as {@code comity verify} reads it; nothing where there is no such publication here, or no
     * head of its feed yet.
     *
     * @param act also of what does not stand any more
     * @param open only of what is before everybody
     * @param since the size of an earlier head that is to be continued, or null
     */
    Optional<String> proof(String host, String board, String act, boolean open, @Nullable Long since);
}
