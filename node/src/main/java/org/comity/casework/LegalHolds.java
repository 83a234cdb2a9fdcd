package org.comity.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;

/** Requests and joint threads of which retention deletes nothing, because a lawyer says so; setting and ending are on record. */
public interface LegalHolds {

    /**
     * @param why 1 to 500 characters; on record
     * @throws org.comity.vocabulary.RuleBroken {@code hold.words}; {@code hold.stands}
     */
    void hold(String thread, String reference, String why, Official by);

    /** @throws org.comity.vocabulary.RuleBroken {@code hold.none} */
    void end(String thread, String reference, Official by);

    Optional<Hold> of(String thread);

    /** Of one page. */
    int MOST = 50;

    /**
     * A page of those that stand and are not hidden, newest first.
     *
     * @param after thread of the last hold of the page before; empty for the first
     */
    ListPage<Hold> standing(Set<String> hidden, String after);

    /** @param by id of the official */
    record Hold(String thread, String why, String by, Instant since) {}
}
