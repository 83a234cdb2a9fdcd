package org.comity.board;

import java.util.Map;

/** Says what a room shows to one participant alone, beside what stands on its board for all who take part. */
public interface ShownToParticipant {

    /** As {@link Boards#publish} names it. */
    String board();

    /**
     * By subject; a body as {@link Boards#publish} takes it. What stands on the board as this participant may see it is not
     * here again. What matters most to this participant comes first: if it is too much for one answer, the last is left out.
     */
    Map<String, Map<String, Object>> to(String participant);
}
