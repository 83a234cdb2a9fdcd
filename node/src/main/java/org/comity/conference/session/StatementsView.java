package org.comity.conference.session;

import java.util.List;
import java.util.Map;
import org.comity.conference.session.ConferenceSession.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one item of the agenda, without their words; or one of them, with its words.
 *
 * @param item of the agenda
 * @param next after which the next page begins; null: this is the last
 * @param names of voices by their codes
 */
public record StatementsView(
        ConferenceSession session,
        int item,
        List<Statement> statements,
        @Nullable Long next,
        Map<String, String> names) {

    public String here() {
        return "/conference/sessions/" + session.key();
    }
}
