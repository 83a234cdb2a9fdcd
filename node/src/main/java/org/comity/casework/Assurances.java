package org.comity.casework;

import java.time.LocalDate;
import java.util.List;
import org.comity.procedure.Assured;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;

/** Answers which assurances the two States of a request gave each other, and which one of them still owes the other. */
public interface Assurances {

    /** In the order in which they were given or asked; of a request whose words were deleted, nothing. */
    List<StandingAssurance> of(String thread);

    /** What this act gives, which has effect; {@code ourRole} in its thread. */
    List<StandingAssurance> given(KeptAct act, Role ourRole);

    /** The day by which an assurance of ours or theirs holds or has ended: that of our capital. */
    LocalDate today();

    /**
     * One assurance as it stands.
     *
     * @param ours our State gave it, or owes it; else the other one
     * @param given was given; else it was asked and not given since
     * @param act by which it was given or asked
     */
    record StandingAssurance(Assured assured, boolean ours, boolean given, String act) {

        public boolean holdsOn(LocalDate day) {
            return given && assured.holdsOn(day);
        }
    }
}
