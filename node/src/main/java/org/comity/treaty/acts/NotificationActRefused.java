package org.comity.treaty.acts;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What was told cannot be brought in, or cannot be told by an act, as things stand. */
final class NotificationActRefused extends RuleBroken {

    private NotificationActRefused(String code) {
        super(code, Map.of());
    }

    static NotificationActRefused unknown() {
        return new NotificationActRefused("told.unknown");
    }

    static NotificationActRefused noKeeper() {
        return new NotificationActRefused("told.no-keeper");
    }
}
