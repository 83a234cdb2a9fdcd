package org.comity.casework.acts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.comity.procedure.Draft;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** A page of its own for the signature of an act that cannot wait. */
public interface UrgentAnswers {

    /**
     * What its words promise and nobody can keep: an hour that is over when it leaves, or that no day has.
     *
     * @param notBefore until when it is held, or null if it leaves at once
     */
    FormProblems notKept(Draft draft, @Nullable Instant notBefore);

    /** The template, once what it shows is in the model beside {@code act} and {@code problems}; nothing for any other act. */
    Optional<String> page(ActView act, Model model, Locale language);
}
