package org.comity.conference;

import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;

/** Says who keeps the papers of the Conference on the node that hosts them; whoever is signed in may read them. */
final class ConferenceDuty {

    private ConferenceDuty() {}

    static boolean mayWrite(Official by) {
        return by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.SECOND_OFFICER) || by.holds(Duty.LAWYER);
    }

    /** @throws ConferenceRefused {@code conference.forbidden} */
    static void mustWrite(Official by) {
        if (!mayWrite(by)) throw ConferenceRefused.forbidden();
    }
}
