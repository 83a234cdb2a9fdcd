package org.comity.casework.confirmation;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A word on an emergency act that does not count; nothing was changed. */
final class ConfirmationRefused extends RuleBroken {

    private ConfirmationRefused(String code) {
        super(code, Map.of());
    }

    static ConfirmationRefused unknown() {
        return new ConfirmationRefused("confirmation.unknown");
    }

    static ConfirmationRefused decided() {
        return new ConfirmationRefused("confirmation.decided");
    }

    static ConfirmationRefused ownAct() {
        return new ConfirmationRefused("confirmation.second-officer-must-differ");
    }

    static ConfirmationRefused notAnApprover() {
        return new ConfirmationRefused("confirmation.not-an-approver");
    }

    static ConfirmationRefused words(String what) {
        return new ConfirmationRefused("confirmation.words-" + what);
    }
}
