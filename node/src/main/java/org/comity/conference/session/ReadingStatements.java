package org.comity.conference.session;

import java.util.HashMap;
import java.util.List;
import org.comity.conference.ConferenceHost;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.Voices;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.conference.session.StruckRows.Struck;
import org.comity.ui.FormProblems;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws statements a page at a time; one that is held until it is delivered is there for the secretary alone. */
@Component
class ReadingStatements {

    static final int PAGE = 100;

    private final ConferenceHost host;
    private final SessionRows sessions;
    private final StatementRows statements;
    private final StruckRows struck;
    private final Voices voices;

    ReadingStatements(
            ConferenceHost host, SessionRows sessions, StatementRows statements, StruckRows struck, Voices voices) {
        this.struck = struck;
        this.host = host;
        this.sessions = sessions;
        this.statements = statements;
        this.voices = voices;
    }

    StatementsView ofItem(String key, int item, long after, String language, Official by) {
        var session = sessions.find(key).orElseThrow(ConferenceRefused::unknown);
        var page = ListPage.of(statements.ofItem(session.id(), item, host.mayWrite(by), after, PAGE + 1), PAGE);
        return view(session, item, page.rows(), page.next(Statement::id), host.mayWrite(by), null, language);
    }

    StatementsView one(String key, long statement, String language, Official by) {
        var session = sessions.find(key).orElseThrow(ConferenceRefused::unknown);
        var found = statements
                .find(session.id(), statement)
                .filter(it -> it.deliveredOn() != null || host.mayWrite(by))
                .orElseThrow(ConferenceRefused::unknown);
        return view(
                session,
                found.item(),
                List.of(found),
                null,
                host.mayWrite(by),
                struck.ofStatement(statement).orElse(null),
                language);
    }

    private StatementsView view(
            ConferenceSession session,
            int item,
            List<Statement> shown,
            @Nullable Long next,
            boolean writes,
            @Nullable Struck taken,
            String language) {
        var names = new HashMap<String, String>();
        shown.forEach(it -> names.computeIfAbsent(it.voice(), code -> voices.name(code, language)));
        return new StatementsView(session, item, shown, next, names, writes, taken, FormProblems.NONE, "");
    }
}
