package org.comity.conference.accreditation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.ui.FormProblems;

/**
 * All applications in the order in which they came, and the rule that is in force.
 *
 * @param elsewhere another node keeps the papers of the Conference
 */
public record ApplicationsView(
        List<ObserverApplication> applications,
        ApplicationFigures figures,
        AccreditationRule rule,
        LocalDate today,
        boolean mayWrite,
        boolean elsewhere,
        FormProblems problems,
        Map<String, String> typed) {

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whoever keeps the papers counts anyway; others see figures where the rule shows them. */
    public boolean counts() {
        return mayWrite || rule.figuresPublic();
    }
}
