package org.comity.identity.approval;

import java.util.Map;
import org.comity.directory.ProvenDecisions;
import org.comity.identity.ApprovalForm;
import org.comity.identity.Approvals;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes for a decision about participants what an act takes: a passkey over its hash, or what the profile allows instead. */
@Component
class ProvingDecisions implements ProvenDecisions {

    private final Approvals approvals;

    ProvingDecisions(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    @Transactional
    public void decide(Official by, String act, Map<String, String> posted, Runnable decision) {
        var form = new ApprovalForm(
                posted.get("act"),
                posted.get("method"),
                posted.get("assertion"),
                posted.get("password"),
                posted.get("code"));
        approvals.approve(by, act, form.proof());
        decision.run();
    }
}
