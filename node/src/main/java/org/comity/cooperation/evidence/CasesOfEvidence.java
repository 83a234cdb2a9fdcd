package org.comity.cooperation.evidence;

import java.util.Optional;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.evidence.EvidenceCases;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Who may read a request sees its items. */
@Component
class CasesOfEvidence implements EvidenceCases {

    private final Requests requests;
    private final CaseAccess access;

    CasesOfEvidence(Requests requests, CaseAccess access) {
        this.requests = requests;
        this.access = access;
    }

    @Override
    public boolean mayRead(Official by) {
        return access.mayRead(by);
    }

    @Override
    public Optional<Case> byReference(String reference, Official by) {
        return mayRead(by) ? requests.find(reference).map(CasesOfEvidence::named) : Optional.empty();
    }

    @Override
    public Optional<Case> byThread(String thread, Official by) {
        return mayRead(by) ? requests.ofThread(thread).map(CasesOfEvidence::named) : Optional.empty();
    }

    private static Case named(RequestRow row) {
        return new Case(row.thread(), row.reference());
    }
}
