package org.comity.identity.approval;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** An approval that does not count under our profile; nothing was approved. */
final class ApprovalRefused extends RuleBroken {

    private ApprovalRefused(String code) {
        super(code, Map.of());
    }

    static ApprovalRefused passkeyRequired() {
        return new ApprovalRefused("approval.passkey-required");
    }

    static ApprovalRefused practiceOnly() {
        return new ApprovalRefused("approval.practice-only");
    }

    static ApprovalRefused anotherPersonsPasskey() {
        return new ApprovalRefused("approval.another-persons-passkey");
    }

    static ApprovalRefused anotherAct() {
        return new ApprovalRefused("approval.another-act");
    }

    static ApprovalRefused alreadyGiven() {
        return new ApprovalRefused("approval.already-given");
    }

    static ApprovalRefused noSuchOfficial() {
        return new ApprovalRefused("approval.no-such-official");
    }
}
