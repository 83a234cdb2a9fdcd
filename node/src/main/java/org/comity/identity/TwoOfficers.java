package org.comity.identity;

import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;

/**
 * Who lets an act leave: an officer other than the one who submitted it.
 *
 * @param demanded by our profile
 * @param aloneInEmergency in an emergency (Art. 2(o)) one officer goes ahead, on record, and a second confirms afterwards
 */
public record TwoOfficers(boolean demanded, boolean aloneInEmergency) {

    public Verdict verdict(String submitter, Official approver, boolean emergency) {
        var differs = !approver.id().equals(submitter);
        var approves = approver.holds(Duty.SECOND_OFFICER) || approver.holds(Duty.LAWYER);
        if (differs && approves) {
            return Verdict.SECOND_OFFICER;
        }
        if (!approves && !approver.holds(Duty.DUTY_OFFICER)) {
            return Verdict.WRONG_DUTY;
        }
        if (!demanded) {
            return Verdict.ALONE;
        }
        if (emergency && aloneInEmergency) {
            return Verdict.CONFIRM_AFTERWARDS;
        }
        return differs ? Verdict.WRONG_DUTY : Verdict.OWN_ACT;
    }

    /** Whether the act may leave now, and what follows. */
    public enum Verdict {
        SECOND_OFFICER(true),
        ALONE(true),
        CONFIRM_AFTERWARDS(true),
        OWN_ACT(false),
        WRONG_DUTY(false);

        private final boolean allowed;

        Verdict(boolean allowed) {
            this.allowed = allowed;
        }

        public boolean allowed() {
            return allowed;
        }
    }
}
