package org.comity.treaty.notice;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be written, recorded as sent or closed as it stands. */
final class NoticeRefused extends RuleBroken {

    NoticeRefused(String code) {
        super(code, Map.of());
    }

    static NoticeRefused unknown() {
        return new NoticeRefused("notices.unknown");
    }

    static NoticeRefused moved() {
        return new NoticeRefused("notices.moved");
    }
}
