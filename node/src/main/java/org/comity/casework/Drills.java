package org.comity.casework;

import org.comity.vocabulary.Official;

/** Says of a request that is being written that it is a drill; every act of its thread then says so. */
public interface Drills {

    /**
     * Changes nothing once the request was submitted, nor for an act in a thread, which has it from its opening act; what
     * cannot be a drill, as {@link org.comity.procedure.KnownProcedure#mayBeDrill} says, stays in earnest.
     */
    void mark(String draft, boolean drill, Official by);
}
