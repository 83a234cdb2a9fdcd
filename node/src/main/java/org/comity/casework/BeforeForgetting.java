package org.comity.casework;

import org.comity.thread.Threads.KeptAct;

/** A procedure keeps what of an act must outlive its words, in the transaction in which they are deleted. */
public interface BeforeForgetting {

    /** Before the thread itself is locked, as whoever sends a draft does. */
    default void lockingDrafts(String thread) {}

    /** Again changes nothing. */
    default void forgetting(KeptAct act) {}

    /** The same, of the whole request: its last acts are gone. */
    default void forgetting(String thread) {}

    /** The same, of a draft that never became part of a request, and is about to be deleted. */
    default void forgettingDraft(String draft) {}
}
