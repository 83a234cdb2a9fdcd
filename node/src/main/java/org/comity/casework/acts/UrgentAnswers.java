package org.comity.casework.acts;

import java.util.Locale;
import java.util.Optional;
import org.comity.procedure.Draft;
import org.comity.ui.FormProblems;
import org.springframework.ui.Model;

/** A page of its own for the signature of an act that cannot wait. */
public interface UrgentAnswers {

    /** What can no longer be said at this hour, e.g. a promise whose hour is over. */
    FormProblems over(Draft draft);

    /** The template, once what it shows is in the model beside {@code act}; nothing for any other act. */
    Optional<String> page(ActView act, Model model, Locale language);
}
