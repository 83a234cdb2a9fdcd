package org.comity.casework;

import java.util.Optional;
import org.comity.procedure.Draft;

/** Knows who gave a draft back, and why: whoever goes on with it reads that on each of its pages. */
public interface ReturnedDrafts {

    /** Empty where it was not given back, or was submitted since. */
    Optional<Returned> of(Draft draft);

    /**
     * @param by name of the officer
     * @param why as that officer wrote it
     */
    record Returned(String by, String why) {}
}
