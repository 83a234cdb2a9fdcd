package org.comity.treaty;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be taken into the table of the treaty, or decided on, as it stands. */
final class TreatyRefused extends RuleBroken {

    TreatyRefused(String code) {
        this(code, "");
    }

    private TreatyRefused(String code, String field) {
        super(code, Map.of(), field);
    }

    static TreatyRefused unknown() {
        return new TreatyRefused("treaty.unknown");
    }

    static TreatyRefused forbidden() {
        return new TreatyRefused("treaty.forbidden");
    }

    static TreatyRefused full() {
        return new TreatyRefused("treaty.full");
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

    /** @param field by which the form names what is to be ticked */
    static TreatyRefused nothingChosen(String field) {
        return new TreatyRefused("treaty.nothing-chosen", field);
    }
}
