package org.comity.board;

import java.util.Optional;
import org.comity.board.HeldBoards.Beginning;
import org.comity.proof.feed.NumberedFeed;

/**
 * Hears what comes to boards of one name that this node follows, and what goes from them, in the transaction in which it does: so
 * another room keeps what it would else have to look for among all that stands there. Another node wrote it: nothing in it may
 * make this fail.
 */
public interface HeldFollower {

    /** The name of these boards. */
    String board();

    /** What it is told of what stood there before it heard anything of this host: empty once it has. From now on it has. */
    Optional<Beginning> begins(String host);

    /** It stands, and its body is here now. */
    void came(HeldEntry entry);

    /** What stood in its feed under the subject of this publication stands no more. */
    void replaced(Publication by);

    /** Nothing of this feed is held any more. */
    void forgotten(String host, NumberedFeed feed);
}
