package org.comity.commons.kept;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Nothing of this name stands in a collection that this node holds. */
final class NoSuchRecord extends RuleBroken {

    NoSuchRecord() {
        super("collections.unknown", Map.of());
    }
}
