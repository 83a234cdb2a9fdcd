package org.comity.conference;

import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;

/** Says who keeps the papers of the Conference on this node; whoever is signed in here may read them. */
public final class ConferenceDuty {

    private ConferenceDuty() {}

    public static boolean mayWrite(Official by) {
        return by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.SECOND_OFFICER) || by.holds(Duty.LAWYER);
    }

    /** @throws ConferenceRefused {@code conference.forbidden} */
    public static void mustWrite(Official by) {
        if (!mayWrite(by)) throw ConferenceRefused.forbidden();
    }
}
