package org.comity.treaty;

import java.util.List;
import org.comity.vocabulary.Official;

/** The table of the treaty, for the folders of this room: what stands in it, and what is brought before a second officer. */
public interface TreatyTable {

    /** Confirmed lines of one State or organisation, in the order of their days. */
    List<TreatyLine> confirmed(String party);

    /**
     * Brings a line before a second officer, who compares it with the depositary's notification.
     *
     * @return false if the same stands or waits here already
     */
    boolean enter(TreatyLine line, Official by);

    /** Whether the same stands in the table, or waits there for a second officer. */
    boolean holds(TreatyLine line);

    /** Refuses who has no duty that includes the treaty. */
    void mustWrite(Official by);
}
