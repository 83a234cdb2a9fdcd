package org.comity.treaty.told;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What was told cannot be brought in, or cannot be told by an act, as things stand. */
final class ToldRefused extends RuleBroken {

    private ToldRefused(String code) {
        super(code, Map.of());
    }

    static ToldRefused unknown() {
        return new ToldRefused("told.unknown");
    }

    static ToldRefused noKeeper() {
        return new ToldRefused("told.no-keeper");
    }
}
