package org.comity.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done with an item, as the holder wrote it down.
 *
 * @param n 1, 2, 3 …
 * @param official id of the official, or pseudonym of the person in a seat; null if the node itself did it
 * @param manifest SHA-256 of the manifest at that time
 */
public record CustodyEntry(
        int n,
        Instant time,
        Event what,
        @Nullable String official,
        @Nullable String manifest) {

    public enum Event {
        ADDING_BEGUN,
        SEALED,
        /** before it was whole; what had come was removed, with its wrapped key */
        GIVEN_UP,
        /** whole, and dropped by the seat that had added it, or by the node after a time, before an act handed it over */
        NOT_HANDED_OVER,
        /** by the act of a seat that had added it: from then on an item of its thread */
        HANDED_OVER,
        /** may be fetched by the node that the manifest names */
        RELEASED,
        /** its manifest came from another node; bytes follow */
        ARRIVING,
        /** every segment came and was verified */
        RECEIVED,
        /** opened by an official to be looked at */
        VIEWED,
        /** never shown from then on */
        KEPT_SEALED,
        MATCHED,
        NOT_MATCHED,
        FOUND_DAMAGED,
        /** its bytes are not where they were stored */
        FOUND_MISSING,
        /** no wrapped key of it opens on this node any more */
        FOUND_KEYLESS,
        /** an act declares it destroyed: nobody opens it from then on */
        DESTROYING,
        /** of its keys and its bytes nothing is left on this node */
        DESTROYED,
        /** it must not be destroyed */
        LEGAL_HOLD,
        LEGAL_HOLD_ENDED,
        /** its plain bytes left as a file, or began to */
        EXPORTED,
        /** its custody was printed, or taken out for other programs */
        PRINTED
    }
}
