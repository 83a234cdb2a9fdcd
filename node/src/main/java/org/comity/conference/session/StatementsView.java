package org.comity.conference.session;

import java.util.List;
import java.util.Map;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.conference.session.StruckRows.Struck;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one item of the agenda, without their words; or one of them, with its words.
 *
 * @param item of the agenda
 * @param next after which the next page begins; null: this is the last
 * @param struck of the one alone: its words are for who keeps the papers
 * @param why what was typed as the reason to strike it
 * @param names of voices by their codes
 */
public record StatementsView(
        ConferenceSession session,
        int item,
        List<Statement> statements,
        @Nullable Long next,
        Map<String, String> names,
        boolean mayWrite,
        @Nullable Struck struck,
        FormProblems problems,
        String why) {

    StatementsView again(FormProblems problems, String why) {
        return new StatementsView(session, item, statements, next, names, mayWrite, struck, problems, why);
    }

    public String here() {
        return "/conference/sessions/" + session.key();
    }
}
