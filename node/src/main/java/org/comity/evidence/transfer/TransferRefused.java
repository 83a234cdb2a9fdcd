package org.comity.evidence.transfer;

import java.util.Map;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;

/** Nothing was paused, resumed, cancelled or set. */
final class TransferRefused extends RuleBroken {

    private TransferRefused(String code) {
        this(code, "");
    }

    private TransferRefused(String code, String field) {
        super(code, Map.of(), field);
    }

    static TransferRefused unknown() {
        return new TransferRefused("transfer.unknown");
    }

    static TransferRefused ended() {
        return new TransferRefused("transfer.ended");
    }

    static TransferRefused rate() {
        return new TransferRefused("transfer.rate", "rate");
    }

    /** Both hours or neither, each as it is written. */
    static TransferRefused hours(String field) {
        return new TransferRefused("transfer.hours", field);
    }

    /** From an hour until the same hour nothing would ever travel. */
    static TransferRefused never() {
        return new TransferRefused("transfer.hours-same", "closes");
    }

    static boolean mayRead(Official by) {
        return mayDecide(by) || by.holds(Duty.SECOND_OFFICER);
    }

    static boolean mayDecide(Official by) {
        return by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.LAWYER) || by.holds(Duty.CUSTODIAN);
    }

    /** How fast and when is no matter of any case. */
    static boolean mayPace(Official by) {
        return by.holds(Duty.CUSTODIAN) || by.holds(Duty.ADMINISTRATOR);
    }

    static void unless(boolean may) {
        if (!may) throw new TransferRefused("transfer.forbidden");
    }
}
