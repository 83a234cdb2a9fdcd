package org.comity.conference.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.ui.FormProblems;

/**
 * Decisions with what became of them.
 *
 * @param reader as whom this node reads: it is told what of its own is overdue, and nothing of others
 * @param elsewhere another node keeps the papers of the Conference
 */
public record DecisionsView(
        List<Decision> decisions,
        Map<String, String> names,
        String reader,
        LocalDate today,
        boolean mayWrite,
        boolean elsewhere,
        FormProblems problems,
        Map<String, String> typed) {

    public String name(String who) {
        return names.getOrDefault(who, who);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean overdue(Decision.FollowUp it) {
        return it.overdueFor(reader, today);
    }
}
