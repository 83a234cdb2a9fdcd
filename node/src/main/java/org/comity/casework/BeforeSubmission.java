package org.comity.casework;

import org.comity.procedure.Draft;

/** Says of an act that a program submits what the page on which it is written says at a field, where no rule of the act refuses it. */
public interface BeforeSubmission {

    /** @throws org.comity.vocabulary.RuleBroken that names the field: the act would have no effect, or promises what nobody can keep */
    void check(Draft draft);
}
