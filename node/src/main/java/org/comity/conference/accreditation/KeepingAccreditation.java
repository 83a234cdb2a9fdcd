package org.comity.conference.accreditation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.conference.accreditation.ObserverApplication.Next;
import org.comity.conference.accreditation.ObserverApplication.Objection;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records applications and objections, and carries out what the rule of the Conference says; it takes no side. */
@Component
class KeepingAccreditation {

    private final ConferenceHost host;
    private final ApplicationRows rows;
    private final RuleInForce inForce;
    private final Voices voices;
    private final Ledger ledger;
    private final Clock clock;

    KeepingAccreditation(
            ConferenceHost host, ApplicationRows rows, RuleInForce inForce, Voices voices, Ledger ledger, Clock clock) {
        this.host = host;
        this.rows = rows;
        this.inForce = inForce;
        this.voices = voices;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public FormProblems apply(TypedPaper form, Official by) {
        host.mustWrite(by);
        var found = form.needs(FormProblems.NONE, "name", 200, "accreditation.problem.name");
        found = form.among(found, "sort", ObserverApplication.SORTS, "accreditation.problem.sort");
        found = form.needs(found, "about", 4_000, "accreditation.problem.about");
        found = form.day(found, "day", today(), "texts.problem.day");
        if (found.any()) return found;
        if (rows.all().size() >= ApplicationRows.MOST) throw ConferenceRefused.full();
        var id = rows.add(
                new ObserverApplication(
                        0,
                        form.text("name"),
                        form.text("sort"),
                        form.text("about"),
                        form.day("day").orElseThrow(),
                        null,
                        null,
                        null,
                        "",
                        null,
                        "",
                        List.of()),
                by.id(),
                clock.instant());
        ledger.record(by, "conference.application", subject(id), Map.of());
        return found;
    }

    /** From now on States can object, and the rule of today holds for this application whatever comes later. */
    @Transactional
    public void circulate(long id, Official by) {
        must(id, Next.CIRCULATE, by);
        var rule = inForce.rule();
        rows.circulate(id, rule.text(), today());
        ledger.record(
                by,
                "conference.circulated",
                subject(id),
                Map.of("rule", rule.name(), "version", Integer.toString(rule.version())));
    }

    @Transactional
    public FormProblems object(long id, TypedPaper form, Official by) {
        host.mustWrite(by);
        rows.lock(id);
        var application = application(id);
        var rule = application.rule();
        if (rule == null || application.next(today()) == Next.NOTHING) throw AccreditationRefused.notNow();
        var voice = voices.of(form.text("voice"), "en").filter(Voices.Voice::state);
        var found = FormProblems.NONE;
        if (voice.isEmpty()) found = found.with("voice", "texts.problem.sponsor");
        var reason = form.text("reason");
        if (rule.reasonNeeded() && reason.isEmpty() || reason.length() > 4_000) {
            found = found.with("reason", "accreditation.problem.reason");
        }
        found = form.day(found, "day", today(), "texts.problem.day");
        if (found.any() || voice.isEmpty()) return found;
        var day = form.day("day").orElseThrow();
        if (!application.open(day)) return found.with("day", "error.accreditation.late");
        if (!rows.object(id, new Objection(0, voice.get().code(), reason, day, null), by.id(), clock.instant())) {
            throw ConferenceRefused.moved();
        }
        ledger.record(
                by,
                "conference.objection",
                subject(id),
                Map.of("voice", voice.get().code()));
        return found;
    }

    @Transactional
    public void takeBack(long id, long objection, Official by) {
        host.mustWrite(by);
        rows.lock(id);
        if (application(id).next(today()) == Next.NOTHING || !rows.takeBack(id, objection, today())) {
            throw AccreditationRefused.notNow();
        }
        ledger.record(by, "conference.objection-withdrawn", subject(id), Map.of("n", Long.toString(objection)));
    }

    /**
     * Does what the rule says comes next once the days are over: admit, refer or refuse. An objection that came or was taken
     * back meanwhile makes it another step than the page showed; then nothing is done.
     */
    @Transactional
    public FormProblems conclude(long id, TypedPaper form, Official by) {
        host.mustWrite(by);
        rows.lock(id);
        var next = application(id).next(today());
        if (next.concludes() && !form.text("shown").equals(next.name())) {
            return FormProblems.NONE.with("", "accreditation.problem.changed-meanwhile");
        }
        switch (next) {
            case ADMIT -> rows.end(id, "admitted", today(), "", by.id());
            case REFUSE -> rows.end(id, "refused", today(), "", by.id());
            case REFER -> rows.refer(id, today());
            default -> throw AccreditationRefused.notNow();
        }
        ledger.record(by, "conference.concluded", subject(id), Map.of("answer", next.name()));
        return FormProblems.NONE;
    }

    /** What the session decided in its room. */
    @Transactional
    public FormProblems decided(long id, TypedPaper form, Official by) {
        must(id, Next.SESSION, by);
        var found = form.among(
                FormProblems.NONE, "outcome", List.of("admitted", "refused"), "accreditation.problem.outcome");
        found = form.needs(found, "words", 2_000, "accreditation.problem.words");
        if (found.any()) return found;
        rows.end(id, form.text("outcome"), today(), form.text("words"), by.id());
        ledger.record(by, "conference.observer-decided", subject(id), Map.of("answer", form.text("outcome")));
        return found;
    }

    /** The applicant takes it back. */
    @Transactional
    public void withdraw(long id, Official by) {
        host.mustWrite(by);
        rows.lock(id);
        if (application(id).next(today()) == Next.NOTHING) throw AccreditationRefused.notNow();
        rows.end(id, "withdrawn", today(), "", by.id());
        ledger.record(by, "conference.application-withdrawn", subject(id), Map.of());
    }

    private void must(long id, Next step, Official by) {
        host.mustWrite(by);
        rows.lock(id);
        if (application(id).next(today()) != step) throw AccreditationRefused.notNow();
    }

    private ObserverApplication application(long id) {
        return rows.find(id).orElseThrow(ConferenceRefused::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String subject(long id) {
        return "application-" + id;
    }
}
