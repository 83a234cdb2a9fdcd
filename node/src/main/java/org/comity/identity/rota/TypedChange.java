package org.comity.identity.rota;

import java.util.Set;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/**
 * Holds as it was typed who has a shift instead, and from when to when.
 *
 * @param officer {@link #NOBODY} where nobody takes it
 * @param lastDay empty: one day alone
 */
public record TypedChange(String officer, String firstDay, String lastDay) {

    public static final String NOBODY = "-";

    static final TypedChange EMPTY = new TypedChange("", "", "");

    /** @param officers who may be on duty */
    FormProblems problems(Set<String> officers, DutyShift shift) {
        var problems = FormProblems.NONE;
        var first = TypedText.day(firstDay);
        var last = TypedText.day(lastDay);
        if (first.isEmpty()) {
            problems = problems.with("firstDay", "rota.day.wrong");
        }
        if (!lastDay.isEmpty() && last.isEmpty()) {
            problems = problems.with("lastDay", "rota.day.wrong");
        } else if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            problems = problems.with("lastDay", "rota.last-day.before");
        } else if (first.isPresent() && !shift.beginsBetween(first.get(), last.orElse(first.get()))) {
            problems = problems.with("firstDay", "rota.change.never");
        }
        return officers.contains(officer) || officer.equals(NOBODY)
                ? problems
                : problems.with("officer", "rota.officer.wrong");
    }
}
