package org.comity.conference.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.Voices;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.directory.Directory;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Draws sessions and decisions; who is late is told to whoever must act, on its own node, and to nobody else. */
@Component
class ReadingSessions {

    /** Of each item, on the page of the session; all of them stand on a page of their own. */
    private static final int STATEMENTS = 20;

    private final SessionRows sessions;
    private final StatementRows statementRows;
    private final StruckRows struckRows;
    private final PaperRows papers;
    private final DecisionRows decisions;
    private final Voices voices;
    private final Directory directory;
    private final ConferenceHost host;
    private final Clock clock;

    // More than eight: a session is drawn from each of its lists.
    ReadingSessions(
            SessionRows sessions,
            StatementRows statementRows,
            StruckRows struckRows,
            PaperRows papers,
            DecisionRows decisions,
            Voices voices,
            Directory directory,
            ConferenceHost host,
            Clock clock) {
        this.host = host;
        this.sessions = sessions;
        this.statementRows = statementRows;
        this.struckRows = struckRows;
        this.papers = papers;
        this.decisions = decisions;
        this.voices = voices;
        this.directory = directory;
        this.clock = clock;
    }

    SessionsView all(FormProblems problems, Map<String, String> typed, Official by) {
        return new SessionsView(sessions.all(), host.mayWrite(by), !host.here(), problems, typed);
    }

    SessionView one(String key, FormProblems problems, Map<String, String> typed, String language, Official by) {
        var session = sessions.find(key).orElseThrow(ConferenceRefused::unknown);
        boolean writes = host.mayWrite(by);
        var speakers = sessions.speakers(session.id());
        var statements = statementRows.first(session.id(), writes, STATEMENTS);
        var credentials = sessions.credentials(session.id());
        var struck = writes ? struckRows.credentials(session.id()) : List.<ConferenceSession.StruckCredential>of();
        var names = new HashMap<String, String>();
        Stream.of(
                        speakers.stream().map(ConferenceSession.Speaker::voice),
                        statements.stream().map(Statement::voice),
                        credentials.stream().map(ConferenceSession.Credential::voice),
                        struck.stream().map(it -> it.credential().voice()))
                .flatMap(it -> it)
                .forEach(it -> names.computeIfAbsent(it, code -> voices.name(code, language)));
        return new SessionView(
                session,
                sessions.agenda(session.id()),
                papers.ofSession(session.id()),
                speakers,
                statements,
                statementRows.counted(session.id(), writes),
                credentials.stream()
                        .sorted((one, other) -> voices.order().compare(one.voice(), other.voice()))
                        .toList(),
                struck,
                decisions.ofSession(key),
                names,
                today(),
                writes,
                problems,
                typed);
    }

    List<ConferenceSession.Paper> papers() {
        return papers.all();
    }

    DecisionsView decisions(String language, Official by) {
        return view(decisions.all(), FormProblems.NONE, Map.of(), language, by);
    }

    DecisionsView decision(
            String number, FormProblems problems, Map<String, String> typed, String language, Official by) {
        var decision = decisions.find(number).orElseThrow(ConferenceRefused::unknown);
        return view(List.of(decision), problems, typed, language, by);
    }

    private DecisionsView view(
            List<Decision> shown, FormProblems problems, Map<String, String> typed, String language, Official by) {
        var names = new HashMap<String, String>();
        shown.stream()
                .flatMap(it -> it.followUps().stream())
                .map(Decision.FollowUp::who)
                .filter(it -> !it.equals(Decision.SECRETARIAT) && !it.equals(Decision.STATES))
                .forEach(it -> names.computeIfAbsent(it, code -> voices.name(code, language)));
        return new DecisionsView(shown, names, reader(), today(), host.mayWrite(by), !host.here(), problems, typed);
    }

    /** As whom this node reads: the Secretariat, a State, or another body. */
    private String reader() {
        var self = directory.self();
        return self.kind() == ParticipantKind.SECRETARIAT
                ? Decision.SECRETARIAT
                : Optional.of(self)
                        .filter(it -> it.kind().authority())
                        .map(it -> it.state().code())
                        .orElse(self.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
