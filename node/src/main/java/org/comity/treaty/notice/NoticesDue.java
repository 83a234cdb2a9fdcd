package org.comity.treaty.notice;

import java.util.Map;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Reminds beside every page of the points at which nobody has looked for a year; the lawyer sees it. */
@Component
class NoticesDue implements NavCounts {

    private final KeepingNotices notices;

    NoticesDue(KeepingNotices notices) {
        this.notices = notices;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        return official.holds(Duty.LAWYER) ? Map.of("notices", notices.due()) : Map.of();
    }
}
