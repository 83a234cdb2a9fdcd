package org.comity.cooperation.assistance;

import java.util.HashSet;
import java.util.List;
import org.comity.convention.Convention;
import org.comity.cooperation.OpenGaps;
import org.comity.cooperation.form.BodyFields;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/**
 * Lists what an emergency request (Art. 2(o)) left out of what its law asks, less what {@code supplement} acts have filled since.
 */
@Component
class AssistanceGaps implements OpenGaps {

    private final Threads threads;
    private final Convention convention;

    AssistanceGaps(Threads threads, Convention convention) {
        this.threads = threads;
        this.convention = convention;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public String filledBy() {
        return Acts.SUPPLEMENT;
    }

    @Override
    public List<String> open(String thread) {
        var opening = threads.opening(thread).filter(KeptAct::bodyKept);
        if (opening.isEmpty() || !new BodyFields(opening.get().body()).flag("emergency")) {
            return List.of();
        }
        var missing = convention
                .law(AssistanceProcedure.NAME, opening.get().envelope().convention())
                .stream()
                .flatMap(law -> AssistanceRequestRules.missing(
                        new BodyFields(opening.get().body()), law)
                        .stream())
                .map(AssistanceRequestRules.Missing::gap)
                .toList();
        var filled = new HashSet<String>();
        threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals(Acts.SUPPLEMENT) && Entry.EFFECTIVE.equals(it.effect()))
                .forEach(it -> filled.addAll(new BodyFields(it.body()).texts(AssistanceActFields.COMPLETES)));
        return AssistanceActFields.GAPS.stream()
                .filter(it -> missing.contains(it) && !filled.contains(it))
                .toList();
    }
}
