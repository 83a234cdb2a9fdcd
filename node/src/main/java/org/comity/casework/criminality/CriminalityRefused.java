package org.comity.casework.criminality;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A request whose law does not ask whether the conduct is an offence in both States. */
final class CriminalityRefused extends RuleBroken {

    private CriminalityRefused(String code) {
        super(code, Map.of());
    }

    static CriminalityRefused notAsked() {
        return new CriminalityRefused("criminality.not-asked");
    }
}
