package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.vocabulary.Official;

/** Finds where something stands, by its beginning, by its words, and identifiers and names of files from within. Whether an official may search, the caller asks before; nothing of a request that is closed to them is found. */
public interface Search {

    /** Places that one question brings at most, of each kind. */
    int MOST = 50;

    /**
     * The best first: what begins as it was typed, what holds it, addresses and ranges, then what says these words, newest
     * first.
     */
    Found find(String typed, Official by);

    /** The requests of all that is found, or nothing where it stands in more places than that. */
    Optional<Set<String>> threads(String typed, int mostPlaces);

    /** Which of these requests it is found in; asks each of them, so that nothing else is read. */
    Set<String> among(Collection<String> threads, String typed);

    /** Newest first, at most {@link #MOST} of each. */
    List<String> ofCounterparts(List<String> participants, Official by);

    /** Newest first, at most {@link #MOST} of each. */
    List<String> ofOwners(List<String> officials, Official by);

    /** @param more there are places that are not among these */
    record Found(List<Hit> hits, boolean more) {}

    /**
     * @param place act, item or line that says it; empty where the request itself does
     * @param said what stands there, or as much of it as is shown
     * @param whole what was typed is what is kept of it, not its beginning nor a range around it
     */
    record Hit(Kind kind, String thread, String place, String said, boolean whole) {}

    enum Kind {
        /** our reference or a number of theirs */
        REFERENCE,
        /** the word on the papers of an order; {@code said} is empty, since it is not kept in clear */
        CHECK_WORD,
        /** an account, an address, a range, a device */
        IDENTIFIER,
        /** the name of a file */
        FILE,
        ACT_HASH,
        ITEM_HASH,
        /** what the request is about */
        REQUEST,
        /** what an act says */
        ACT,
        MESSAGE,
        /** a line of the domestic file */
        DOMESTIC
    }
}
