package org.comity.cooperation.assistance;

import java.util.List;
import org.comity.cooperation.Confidentiality;
import org.comity.cooperation.form.Fields;
import org.comity.proof.Entry;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** An act on confidentiality says whether the request can be kept confidential, Art. 40(20). */
@Component
class SecrecyAnswered implements Confidentiality {

    private static final List<String> ANSWERS = List.of("can-keep", "cannot-keep");

    private final Threads threads;

    SecrecyAnswered(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public Standing of(String thread) {
        if (threads.everyAct(thread).anyMatch(SecrecyAnswered::answers)) {
            return Standing.SETTLED;
        }
        return threads.opening(thread)
                .filter(it -> new Fields(it.body()).flag("secret"))
                .map(it -> Standing.OPEN)
                .orElse(Standing.NOT_ASKED);
    }

    private static boolean answers(KeptAct act) {
        return act.envelope().type().equals(Step.Kind.CONFIDENTIALITY.type())
                && Entry.EFFECTIVE.equals(act.effect())
                && Role.of(act.envelope().role()) == Role.REQUESTED
                && ANSWERS.contains(new Fields(act.body()).text("confidentiality"));
    }
}
