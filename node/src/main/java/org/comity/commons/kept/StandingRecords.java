package org.comity.commons.kept;

import java.util.List;

/** Reads what stands in the collections. */
public interface StandingRecords {

    /** Of the collection that stands on this public shelf; newest first, at most 1,000. */
    List<KeptRecord> onShelf(String shelf);
}
