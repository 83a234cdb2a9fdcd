package org.comity.comparison;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Says why a comparison cannot be made here now; nothing was changed. */
final class ComparisonRefused extends RuleBroken {

    ComparisonRefused(String why, String reference) {
        super("comparison." + why, Map.of("reference", reference));
    }
}
