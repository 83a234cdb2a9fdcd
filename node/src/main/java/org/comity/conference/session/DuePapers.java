package org.comity.conference.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.conference.ConferenceHost;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk which documents of coming sessions lack a language, and what decisions ask of the Secretariat. */
@Component
class DuePapers implements ThingsDue {

    private final ConferenceHost host;
    private final DuePaperRows rows;
    private final Clock clock;

    DuePapers(ConferenceHost host, DuePaperRows rows, Clock clock) {
        this.host = host;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Due> due(Official by) {
        if (!host.mayWrite(by)) return List.of();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rows.due(today, MOST);
    }
}
