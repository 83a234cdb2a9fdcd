package org.comity.casework.compose;

import java.util.List;
import org.comity.convention.ProcedureLaw;

/**
 * What applies where a request rests on one instrument, as its law data say.
 *
 * @param id of the instrument, as the page's choice has it
 * @param name in the reader's language
 */
public record BasisRules(String id, String name, ProcedureLaw law) {

    /** What must be written, each by its paragraph; what we ask by our practice alone is not among them. */
    public List<String> items() {
        return law.fields().stream()
                .filter(it -> it.need() == ProcedureLaw.Need.MANDATORY && !law.practice(it))
                .map(ProcedureLaw.Field::ref)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * An instrument that cannot be chosen.
     *
     * @param why in the reader's language, for this one alone
     */
    public record Barred(String name, String why) {}
}
