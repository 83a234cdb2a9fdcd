package org.comity.implementation;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be answered, given to another office or taken in as it stands. */
final class AssessmentRefused extends RuleBroken {

    AssessmentRefused(String code) {
        super(code, Map.of());
    }

    static AssessmentRefused unknown() {
        return new AssessmentRefused("assess.unknown");
    }

    static AssessmentRefused forbidden() {
        return new AssessmentRefused("assess.forbidden");
    }

    /** Ended, taken back, or never there: which of these is told to nobody. */
    static AssessmentRefused noLink() {
        return new AssessmentRefused("assess.unknown-link");
    }

    static AssessmentRefused unusable() {
        return new AssessmentRefused("assess.unusable");
    }

    /** Something else stands there now than what was read. */
    static AssessmentRefused changed() {
        return new AssessmentRefused("assess.changed");
    }

    /** Whoever holds a link answers as often as anybody needs, and not without end. */
    static AssessmentRefused linkFull() {
        return new AssessmentRefused("assess.link-full");
    }

    static AssessmentRefused full() {
        return new AssessmentRefused("assess.full");
    }
}
