package org.comity.cooperation.preservation;

import java.util.HashSet;
import java.util.List;
import org.comity.cooperation.OpenGaps;
import org.comity.cooperation.form.BodyFields;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Lists what an emergency request (Art. 2(o)) left out, less what {@code complete} acts have filled since. */
@Component
class PreservationGaps implements OpenGaps {

    private final Threads threads;

    PreservationGaps(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public List<String> open(String thread) {
        var opening = threads.opening(thread);
        if (opening.isEmpty() || !opening.get().bodyKept()) {
            return List.of();
        }
        var request = PreservationRequest.of(opening.get().body());
        if (!request.emergency()) {
            return List.of();
        }
        var filled = new HashSet<String>();
        threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals("complete") && Entry.EFFECTIVE.equals(it.effect()))
                .forEach(it -> filled.addAll(new BodyFields(it.body()).texts("completes")));
        var missing = PreservationRequestRules.missing(request).stream()
                .map(PreservationRequestRules.Missing::key)
                .toList();
        return PreservationActFields.GAPS.stream()
                .filter(it -> missing.contains(it) && !filled.contains(it))
                .toList();
    }
}
