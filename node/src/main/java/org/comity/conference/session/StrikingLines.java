package org.comity.conference.session;

import java.time.Clock;
import java.util.Map;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.TypedPaper;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Strikes, with a reason, what was recorded wrongly in a session; the right one is recorded anew. */
@Component
class StrikingLines {

    private static final int LONGEST_REASON = 1_000;

    private final SessionRows sessions;
    private final StruckRows rows;
    private final ConferenceHost host;
    private final Ledger ledger;
    private final Clock clock;

    StrikingLines(SessionRows sessions, StruckRows rows, ConferenceHost host, Ledger ledger, Clock clock) {
        this.sessions = sessions;
        this.rows = rows;
        this.host = host;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Its words are read no more; that it was struck, and why, stands at its address. */
    @Transactional
    public FormProblems statement(String key, long id, TypedPaper form, Official by) {
        var session = locked(key, by);
        var found = form.needs(FormProblems.NONE, "why", LONGEST_REASON, "conference.problem.reason");
        if (found.any()) return found;
        if (!rows.statement(session.id(), id, form.text("why"), by.id(), clock.instant())) {
            throw ConferenceRefused.moved();
        }
        record(by, "conference.statement-struck", session, id);
        return found;
    }

    /** Where its reason is typed {@link ConferenceSession.Credential#whyField} says. */
    @Transactional
    public FormProblems credential(String key, long id, TypedPaper form, Official by) {
        var session = locked(key, by);
        var field = ConferenceSession.Credential.whyField(id);
        var found = form.needs(FormProblems.NONE, field, LONGEST_REASON, "conference.problem.reason");
        if (found.any()) return found;
        if (!rows.credential(session.id(), id, form.text(field), by.id(), clock.instant())) {
            throw ConferenceRefused.moved();
        }
        record(by, "conference.credential-struck", session, id);
        return found;
    }

    /**
     * Who was said to have spoken, and has not, is on the list as before; unless its State withdrew it meanwhile.
     *
     * @return false if it was withdrawn, and is off the list now
     */
    @Transactional
    public boolean speaksAgain(String key, long speaker, Official by) {
        var session = locked(key, by);
        boolean withdrawn = rows.withdrawn(speaker);
        boolean mended = withdrawn ? rows.withdrew(session.id(), speaker) : rows.speaksAgain(session.id(), speaker);
        if (!mended) throw ConferenceRefused.moved();
        record(by, withdrawn ? "conference.speaker-ended" : "conference.speaker-again", session, speaker);
        return !withdrawn;
    }

    private ConferenceSession locked(String key, Official by) {
        host.mustWrite(by);
        return sessions.locked(key).orElseThrow(ConferenceRefused::unknown);
    }

    private void record(Official by, String what, ConferenceSession session, long id) {
        ledger.record(by, what, KeepingSessions.subject(session), Map.of("n", Long.toString(id)));
    }
}
