package org.comity.casework.acts;

import java.time.Clock;
import java.util.Optional;
import org.comity.casework.UnsentAct.Opened;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Notes who opened what waits for approval, so that whoever submitted it, and others who may approve it, see that it is read. */
@Component
class OpeningToApprove {

    private final DraftRows rows;
    private final WhoApproves who;
    private final Officials officials;
    private final Clock clock;

    OpeningToApprove(DraftRows rows, WhoApproves who, Officials officials, Clock clock) {
        this.rows = rows;
        this.who = who;
        this.officials = officials;
        this.clock = clock;
    }

    /** Of whoever may approve it; that its submitter looks again says nothing. */
    void opened(Draft draft, Official by) {
        if (draft.status() == Draft.Status.SUBMITTED
                && !by.id().equals(draft.submittedBy())
                && who.verdict(draft, by).allowed()) {
            rows.opened(draft.id(), by.id(), clock.instant());
        }
    }

    /** Nobody has opened this version; false where that is not known. */
    boolean nobody(String draft) {
        return rows.neverOpened(draft);
    }

    /** Who opened this version last; nothing where nobody has. */
    Optional<Opened> last(String draft) {
        return rows.opening(draft).map(it -> new Opened(officials.name(it.by()), it.at()));
    }
}
