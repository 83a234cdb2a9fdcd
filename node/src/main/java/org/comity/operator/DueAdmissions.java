package org.comity.operator;

import java.util.List;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells the desk of the Secretariat of entries that wait for one or for both of the officers who admit. */
@ConditionalOnBooleanProperty(CollatingHere.SECRETARIAT)
@Component
class DueAdmissions implements ThingsDue {

    private final WaitingSubmissionRows rows;

    DueAdmissions(WaitingSubmissionRows rows) {
        this.rows = rows;
    }

    /** What nobody proves to be its own is forgotten after its time, so that has a day. */
    @Override
    public List<Due> due(Official by) {
        if (!WaitingAdmissions.mayAdmit(by)) return List.of();
        return rows.oldest(MOST).stream()
                .map(it -> new Due(
                        it.firstBy() == null ? "admission" : "admission-second",
                        it.participant(),
                        "/admissions",
                        it.submittedAt(),
                        it.proven() ? null : it.submittedAt().plus(CollatingSubmissions.A_MONTH)))
                .toList();
    }
}
