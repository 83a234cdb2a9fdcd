package org.comity.commons.kept;

import java.util.List;
import java.util.Optional;

/** Reads what stands in the collections. */
public interface StandingRecords {

    /** Of the collection that stands on this public shelf; all of them, newest first. */
    List<KeptRecord> onShelf(String shelf);

    /** Of one thread, whether it stands yet or no more; nothing where it is of another collection. */
    default Optional<KeptRecord> ofThread(String shelf, String thread) {
        return Optional.empty();
    }
}
