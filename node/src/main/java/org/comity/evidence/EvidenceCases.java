package org.comity.evidence;

import java.util.Optional;
import org.comity.vocabulary.Official;

/**
 * What evidence asks about cases: the rooms above know the threads and who may read them. On a node where nobody answers,
 * nobody sees any item.
 */
public interface EvidenceCases {

    /** May see items of cases at all. */
    boolean mayRead(Official by);

    /** Empty if there is no such case, or it is not this official's to read. */
    Optional<Case> byReference(String reference, Official by);

    Optional<Case> byThread(String thread, Official by);

    /** @param reference as people say it, e.g. {@code XB-2026-004417} */
    record Case(String thread, String reference) {}
}
