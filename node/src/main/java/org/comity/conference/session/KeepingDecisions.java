package org.comity.conference.session;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.conference.session.Decision.FollowUp;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.KnownArticles;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a session decided in its room, who does what after it, and where that stands. */
@Component
class KeepingDecisions {

    private static final int MOST_FOLLOW_UPS = 100;

    private final ConferenceHost host;
    private final SessionRows sessions;
    private final DecisionRows rows;
    private final Voices voices;
    private final PaperBoard board;
    private final KnownArticles law;
    private final Ledger ledger;
    private final Clock clock;

    KeepingDecisions(
            ConferenceHost host,
            SessionRows sessions,
            DecisionRows rows,
            Voices voices,
            PaperBoard board,
            KnownArticles law,
            Ledger ledger,
            Clock clock) {
        this.host = host;
        this.sessions = sessions;
        this.rows = rows;
        this.voices = voices;
        this.board = board;
        this.law = law;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public FormProblems record(String key, TypedPaper form, Official by) {
        host.mustWrite(by);
        var session = sessions.locked(key).orElseThrow(ConferenceRefused::unknown);
        var found = form.matches(FormProblems.NONE, "number", "[0-9]{1,3}/[0-9]{1,3}", "conference.problem.decision");
        found = said(session, form, found);
        if (found.any()) return found;
        if (rows.all().size() >= DecisionRows.MOST) throw ConferenceRefused.full();
        var number = form.text("number");
        var decision = TypedDecision.of(form);
        if (!rows.record(session.id(), number, form.yes("everybody"), decision, by.id(), clock.instant())) {
            return found.with("number", "conference.problem.decision-taken");
        }
        publish(number);
        ledger.record(by, "conference.decision", "decision-" + number, Map.of());
        return found;
    }

    /**
     * What it said before stays, with the reason; one that was withdrawn stands again. Nobody replaces words that were not on
     * the page on which the form stood.
     */
    @Transactional
    public FormProblems correct(String number, TypedPaper form, Official by) {
        host.mustWrite(by);
        var before = locked(number);
        var session = sessions.find(before.session()).orElseThrow(ConferenceRefused::unknown);
        var found = form.needs(said(session, form, FormProblems.NONE), "why", 1_000, "conference.problem.reason");
        if (!looksAt(form, before)) found = found.with("words", "conference.problem.changed-meanwhile");
        if (found.any()) return found;
        rows.changed(before, Decision.CORRECTED, form.text("why"), by.id(), clock.instant());
        rows.correct(before.id(), TypedDecision.of(form));
        publish(number);
        ledger.record(by, "conference.decision-corrected", "decision-" + number, Map.of());
        return found;
    }

    /** Its title and its words leave the public page and the board; its number, the day and the reason stay there. */
    @Transactional
    public FormProblems withdraw(String number, TypedPaper form, Official by) {
        host.mustWrite(by);
        var before = standing(number);
        var found = form.needs(FormProblems.NONE, "because", 1_000, "conference.problem.reason");
        if (!looksAt(form, before)) found = found.with("because", "conference.problem.changed-meanwhile");
        if (found.any()) return found;
        rows.changed(before, Decision.WITHDRAWN, form.text("because"), by.id(), clock.instant());
        publish(number);
        ledger.record(by, "conference.decision-withdrawn", "decision-" + number, Map.of());
        return found;
    }

    private FormProblems said(ConferenceSession session, TypedPaper form, FormProblems before) {
        var found = form.needs(before, "title", 500, "conference.problem.title");
        found = form.needs(found, "words", 20_000, "conference.problem.words");
        found = form.among(found, "taken", Decision.TAKEN, "conference.problem.taken-how");
        if (form.text("effort").length() > 2_000
                || form.text("taken").equals("by-the-rules")
                        && form.text("effort").isEmpty()) {
            found = found.with("effort", "conference.problem.effort");
        }
        found = form.day(found, "day", ConferenceSession.newestDay(clock), "conference.problem.taken-on");
        return form.articles(session.within(form, found), law);
    }

    @Transactional
    public FormProblems followUp(String number, TypedPaper form, Official by) {
        host.mustWrite(by);
        var decision = standing(number);
        var found = form.needs(FormProblems.NONE, "what", 500, "conference.problem.what");
        var who = Decision.named(form)
                ? form.text("who")
                : voices.of(form.text("who"), "en").map(Voices.Voice::code).orElse("");
        if (who.isEmpty()) found = found.with("who", "conference.problem.who");
        if (!form.text("due").isEmpty()) found = due(decision, form, found);
        if (form.text("paragraph").length() > 20) found = found.with("paragraph", "conference.problem.paragraph");
        if (found.any()) return found;
        if (decision.followUps().size() >= MOST_FOLLOW_UPS) throw ConferenceRefused.full();
        rows.followUp(
                decision.id(),
                new FollowUp(
                        0,
                        form.text("paragraph"),
                        form.text("what"),
                        who,
                        "open",
                        form.day("due").orElse(null),
                        List.of()),
                by.id(),
                clock.instant());
        publish(number);
        ledger.record(by, "conference.follow-up", "decision-" + number, Map.of("voice", who));
        return found;
    }

    /** What was moved or dropped has a reason; what has ended stays ended. */
    @Transactional
    public FormProblems step(String number, long id, TypedPaper form, Official by) {
        host.mustWrite(by);
        var decision = standing(number);
        var followUp = decision.followUps().stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(ConferenceRefused::unknown);
        if (followUp.ended()) throw ConferenceRefused.moved();
        var status = form.text("status");
        var found = form.among(FormProblems.NONE, "status", FollowUp.STATUS, "conference.problem.status");
        boolean same = status.equals(followUp.status());
        if (same && form.text("words").isEmpty() && form.text("due").isEmpty())
            found = found.with("status", "conference.problem.status");
        boolean because = status.equals("moved") || status.equals("dropped");
        if (because && form.text("words").isEmpty() || form.text("words").length() > 1_000) {
            found = found.with("words", "conference.problem.reason");
        }
        if (status.equals("moved") || !form.text("due").isEmpty()) {
            found = due(decision, form, found);
        }
        if (found.any()) return found;
        rows.step(id, status, form.day("due").orElse(followUp.due()), form.text("words"), by.id(), clock.instant());
        publish(number);
        ledger.record(by, "conference.follow-up-step", "decision-" + number, Map.of("status", status));
        return found;
    }

    /** Nothing is due before it was decided. */
    private static FormProblems due(Decision decision, TypedPaper form, FormProblems found) {
        return form.day("due").filter(it -> !it.isBefore(decision.takenOn())).isPresent()
                ? found
                : found.with(
                        "due",
                        "conference.problem.due",
                        "day",
                        decision.takenOn().toString());
    }

    private void publish(String number) {
        var decision = decision(number);
        board.publish(
                "decision-" + number.replace('/', '-'),
                decision.everybody(),
                ReadingPublicPapers.json(ReadingPublicPapers.decision(decision)));
    }

    private static boolean looksAt(TypedPaper form, Decision decision) {
        return form.text("seen").equals(Integer.toString(decision.changes().size()));
    }

    private Decision standing(String number) {
        var decision = locked(number);
        if (decision.withdrawn()) throw ConferenceRefused.moved();
        return decision;
    }

    /** Before it is read: of two who change it at once, the second reads what the first wrote. */
    private Decision locked(String number) {
        rows.lock(number);
        return decision(number);
    }

    private Decision decision(String number) {
        return rows.find(number).orElseThrow(ConferenceRefused::unknown);
    }
}
