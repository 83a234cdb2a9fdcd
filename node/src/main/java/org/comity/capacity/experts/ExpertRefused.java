package org.comity.capacity.experts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A step with an entry of the roster that cannot be taken now; nothing was changed. */
final class ExpertRefused extends RuleBroken {

    private ExpertRefused(String code) {
        this(code, "");
    }

    private ExpertRefused(String code, String field) {
        super(code, Map.of(), field);
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

    /** The person gave another word meanwhile: nobody looked at that one. */
    static ExpertRefused moved() {
        return new ExpertRefused("expert.moved");
    }

    static ExpertRefused window() {
        return new ExpertRefused("expert.window", "ends");
    }

    static ExpertRefused consent() {
        return new ExpertRefused("expert.consent", "until");
    }

    /** Nobody is listed without being looked for. */
    static ExpertRefused notLookedFor() {
        return new ExpertRefused("expert.not-looked-for");
    }
}
