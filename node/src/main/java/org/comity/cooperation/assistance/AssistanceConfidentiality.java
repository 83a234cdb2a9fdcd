package org.comity.cooperation.assistance;

import java.util.Optional;
import org.comity.cooperation.Confidentiality;
import org.comity.cooperation.form.BodyFields;
import org.comity.proof.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/**
 * Reads from acts on confidentiality whether it is asked for, lifted, or can be kept, Art. 40(20); the last word stands.
 */
@Component
class AssistanceConfidentiality implements Confidentiality {

    private final Threads threads;

    AssistanceConfidentiality(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return AssistanceProcedure.ID;
    }

    @Override
    public String settledBy() {
        return Acts.CONFIDENTIALITY;
    }

    @Override
    public Answer of(String thread) {
        var opened = threads.opening(thread)
                .filter(it -> new BodyFields(it.body()).flag("secret"))
                .map(it -> Answer.OPEN)
                .orElse(Answer.NOT_ASKED);
        return threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals(Acts.CONFIDENTIALITY))
                .filter(it -> Entry.EFFECTIVE.equals(it.effect()))
                .map(AssistanceConfidentiality::after)
                .flatMap(Optional::stream)
                .reduce(opened, (before, after) -> after);
    }

    /** What an act on confidentiality comes to; nothing if its role may not say that, or its text was deleted. */
    private static Optional<Answer> after(KeptAct act) {
        var asking = Role.of(act.envelope().role()) == Role.REQUESTING;
        return switch (new BodyFields(act.body()).text("confidentiality")) {
            case "asked" -> asking ? Optional.of(Answer.OPEN) : Optional.empty();
            case "lifted" -> asking ? Optional.of(Answer.NOT_ASKED) : Optional.empty();
            case "can-keep", "cannot-keep" -> asking ? Optional.empty() : Optional.of(Answer.SETTLED);
            default -> Optional.empty();
        };
    }
}
