package org.comity.treaty;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be taken into the table of the treaty, or decided on, as it stands. */
final class TreatyRefused extends RuleBroken {

    TreatyRefused(String code) {
        super(code, Map.of());
    }

    static TreatyRefused unknown() {
        return new TreatyRefused("treaty.unknown");
    }

    static TreatyRefused forbidden() {
        return new TreatyRefused("treaty.forbidden");
    }

    static TreatyRefused decided() {
        return new TreatyRefused("treaty.decided");
    }

    static TreatyRefused sameOfficer() {
        return new TreatyRefused("treaty.second-officer-must-differ");
    }

    static TreatyRefused noReason() {
        return new TreatyRefused("treaty.no-reason");
    }

    static TreatyRefused nothingChosen() {
        return new TreatyRefused("treaty.nothing-chosen");
    }
}
