package org.comity.casework.disputes;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be done with a disputed thread as it stands; nothing was changed. */
final class DisputeRefused extends RuleBroken {

    private DisputeRefused(String code) {
        super(code, Map.of());
    }

    static DisputeRefused notDisputed() {
        return new DisputeRefused("dispute.unknown");
    }

    static DisputeRefused noProof() {
        return new DisputeRefused("dispute.unknown-proof");
    }

    static DisputeRefused settled() {
        return new DisputeRefused("dispute.settled");
    }

    static DisputeRefused changed() {
        return new DisputeRefused("dispute.changed");
    }

    static DisputeRefused ownSettlement() {
        return new DisputeRefused("dispute.second-officer-must-differ");
    }

    static DisputeRefused notAnApprover() {
        return new DisputeRefused("dispute.not-an-approver");
    }

    static DisputeRefused notOurs() {
        return new DisputeRefused("dispute.not-the-requesting-state");
    }

    static DisputeRefused closedRequest() {
        return new DisputeRefused("draft.closed-request");
    }
}
