package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;

/** Requests of which retention deletes nothing, because a lawyer says so; setting and ending are on record. */
public interface LegalHolds {

    /**
     * @param why 1 to 500 characters; on record
     * @throws org.comity.vocabulary.RuleBroken {@code hold.words}; {@code hold.stands}
     */
    void hold(RequestRow row, String why, Official by);

    /** @throws org.comity.vocabulary.RuleBroken {@code hold.none} */
    void end(RequestRow row, Official by);

    Optional<Hold> of(String thread);

    /** Those that stand, newest first, at most 50 of those that are not hidden. */
    List<Hold> standing(Set<String> hidden);

    /** @param by id of the official */
    record Hold(String thread, String why, String by, Instant since) {}
}
