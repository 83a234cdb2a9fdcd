package org.comity.cooperation.assistance;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.cooperation.Confidentiality;
import org.comity.cooperation.form.Fields;
import org.comity.proof.Entry;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** An act on confidentiality asks for it, lifts it, or says whether the request can be kept so, Art. 40(20); the last word stands. */
@Component
class SecrecyAnswered implements Confidentiality {

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
        var standing = new AtomicReference<>(threads.opening(thread)
                .filter(it -> new Fields(it.body()).flag("secret"))
                .map(it -> Standing.OPEN)
                .orElse(Standing.NOT_ASKED));
        threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals(Acts.CONFIDENTIALITY))
                .filter(it -> Entry.EFFECTIVE.equals(it.effect()))
                .map(SecrecyAnswered::after)
                .flatMap(Optional::stream)
                .forEachOrdered(standing::set);
        return standing.get();
    }

    /** What an act on confidentiality comes to; nothing if its role may not say that, or its text was deleted. */
    private static Optional<Standing> after(KeptAct act) {
        var asking = Role.of(act.envelope().role()) == Role.REQUESTING;
        return switch (new Fields(act.body()).text("confidentiality")) {
            case "asked" -> asking ? Optional.of(Standing.OPEN) : Optional.empty();
            case "lifted" -> asking ? Optional.of(Standing.NOT_ASKED) : Optional.empty();
            case "can-keep", "cannot-keep" -> asking ? Optional.empty() : Optional.of(Standing.SETTLED);
            default -> Optional.empty();
        };
    }
}
