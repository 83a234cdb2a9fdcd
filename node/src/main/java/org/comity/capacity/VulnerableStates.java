package org.comity.capacity;

import java.time.LocalDate;

/** Says of a State whether places and priority are kept for it: least developed, landlocked or small island. */
public interface VulnerableStates {

    /** @param state by its two letters; one that nobody lists is none */
    boolean has(String state, LocalDate day);
}
