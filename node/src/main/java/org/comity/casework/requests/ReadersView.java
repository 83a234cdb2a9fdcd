package org.comity.casework.requests;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;

/**
 * Shows who can see a request, and to some who has looked at it.
 *
 * @param with what kind of participant the other side is
 * @param closed to all but these
 * @param mayKnow this reader is told who has looked
 * @param since whoever took the request is told of looks from then on; null: of all
 * @param looks newest first
 * @param earlier the line before which the next page begins, or null
 */
public record ReadersView(
        RequestRow row,
        ParticipantKind with,
        List<Reader> readers,
        boolean closed,
        boolean mayKnow,
        @Nullable Instant since,
        List<Look> looks,
        @Nullable Long earlier) {

    /** @param duties by which the request can be seen */
    public record Reader(String id, String name, Set<Duty> duties) {}

    /** @param name null where a program of this node read */
    public record Look(@Nullable String name, String what, Instant at) {}
}
