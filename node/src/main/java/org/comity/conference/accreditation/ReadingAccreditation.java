package org.comity.conference.accreditation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.Voices;
import org.comity.conference.accreditation.AccreditationRule.Shown;
import org.comity.conference.accreditation.ObserverApplication.Objection;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws applications; of an objection each reader sees what the rule shows, and who keeps the papers sees all of it. */
@Component
class ReadingAccreditation {

    private final ConferenceHost host;
    private final ApplicationRows rows;
    private final RuleInForce inForce;
    private final Voices voices;
    private final Clock clock;

    ReadingAccreditation(ConferenceHost host, ApplicationRows rows, RuleInForce inForce, Voices voices, Clock clock) {
        this.host = host;
        this.rows = rows;
        this.inForce = inForce;
        this.voices = voices;
        this.clock = clock;
    }

    ApplicationsView all(FormProblems problems, Map<String, String> typed, Official by) {
        var all = rows.all();
        return new ApplicationsView(
                all,
                ApplicationFigures.of(all),
                inForce.rule(),
                today(),
                host.mayWrite(by),
                !host.here(),
                problems,
                typed);
    }

    ApplicationView one(long id, FormProblems problems, Map<String, String> typed, String language, Official by) {
        var application = rows.find(id).orElseThrow(ConferenceRefused::unknown);
        boolean writes = host.mayWrite(by);
        var names = new HashMap<String, String>();
        application.objections().forEach(it -> names.put(it.voice(), voices.name(it.voice(), language)));
        return new ApplicationView(application, seen(application, writes), names, today(), writes, problems, typed);
    }

    /** As the rule shows them: an author or a reason that is not shown is empty. */
    static List<Objection> seen(ObserverApplication application, boolean keeper) {
        var rule = application.rule();
        if (keeper || rule == null || rule.shown() == Shown.AUTHOR_AND_REASON) return application.objections();
        return application.objections().stream()
                .map(it -> new Objection(
                        it.id(), "", rule.shown() == Shown.REASON ? it.reason() : "", it.cameOn(), it.withdrawnOn()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
