package org.comity.conference.accreditation;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What the rule in force does not allow with an application as it stands; nothing was changed. */
final class AccreditationRefused extends RuleBroken {

    private AccreditationRefused(String code) {
        super(code, Map.of());
    }

    static AccreditationRefused notNow() {
        return new AccreditationRefused("accreditation.not-now");
    }
}
