package org.comity.intelligence.stix;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Says why a file cannot be read as a STIX 2.1 bundle at all. */
public final class StixRefused extends RuleBroken {

    StixRefused(String why) {
        this(why, Map.of());
    }

    StixRefused(String why, Map<String, String> facts) {
        super("intelligence." + why, facts);
    }
}
