package org.comity.evidence.disk;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** Nothing was begun. */
final class DiskRefused extends RuleBroken {

    private DiskRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static DiskRefused unknown() {
        return new DiskRefused("disk.unknown", Map.of());
    }

    static DiskRefused busy() {
        return new DiskRefused("disk.busy", Map.of());
    }
}
