package org.comity.procedure.file;

import org.comity.convention.ProcedureLaw;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldBroken;
import org.comity.ui.FormProblems;

/** Tells at its field, while an act is written, what the door would refuse by a rule of the procedure. */
final class RuleAtField {

    private RuleAtField() {}

    static FormProblems of(Particulars particulars, String type, BodyFields body, BodyFields facts, ProcedureLaw law) {
        try {
            particulars.check(type, body, facts, law);
            return FormProblems.NONE;
        } catch (FieldBroken broken) {
            var field = broken.facts().getOrDefault("field", "");
            return FormProblems.NONE.with(field, "error." + broken.code(), broken.facts());
        }
    }
}
