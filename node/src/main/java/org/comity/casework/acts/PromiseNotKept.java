package org.comity.casework.acts;

import org.comity.ui.FormProblems;
import org.comity.vocabulary.RuleBroken;

/** An act does not leave with a promise that nobody can keep, whoever sends it, and however long it is held. */
final class PromiseNotKept extends RuleBroken {

    private final FormProblems problems;

    private PromiseNotKept(FormProblems problems) {
        super("draft.promise-not-kept", SayingBeforehand.facts(problems.all().getFirst()));
        this.problems = problems;
    }

    static void ifAny(FormProblems problems) {
        if (problems.any()) throw new PromiseNotKept(problems);
    }

    /** For the page on which it was to be signed. */
    FormProblems problems() {
        return problems;
    }
}
