package org.comity.capacity.experts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A step with an entry of the roster that cannot be taken now; nothing was changed. */
final class ExpertRefused extends RuleBroken {

    private ExpertRefused(String code) {
        super(code, Map.of());
    }

    static ExpertRefused unknown() {
        return new ExpertRefused("expert.unknown");
    }

    static ExpertRefused full() {
        return new ExpertRefused("expert.full");
    }

    /** The same officer looked at it before, or two did. */
    static ExpertRefused vetted() {
        return new ExpertRefused("expert.vetted");
    }

    static ExpertRefused window() {
        return new ExpertRefused("expert.window");
    }

    static ExpertRefused consent() {
        return new ExpertRefused("expert.consent");
    }

    /** Nobody is listed without being looked for. */
    static ExpertRefused notLookedFor() {
        return new ExpertRefused("expert.not-looked-for");
    }
}
