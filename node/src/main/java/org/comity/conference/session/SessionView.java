package org.comity.conference.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.conference.session.ConferenceSession.Credential;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.conference.session.ConferenceSession.Speaker;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.conference.session.ConferenceSession.StruckCredential;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;

/**
 * One session with all that belongs to it.
 *
 * @param statements the first few of each item and those that are held, without their words
 * @param credentials in the depositary's order
 * @param struckCredentials for who keeps the papers; empty for all others
 * @param names of voices by their codes
 */
// More than twelve: it is all that belongs to one session.
public record SessionView(
        ConferenceSession session,
        List<Item> agenda,
        List<Paper> papers,
        List<Speaker> speakers,
        List<Statement> statements,
        Map<Integer, Integer> statementsOfItems,
        List<Credential> credentials,
        List<StruckCredential> struckCredentials,
        List<Decision> decisions,
        Map<String, String> names,
        LocalDate today,
        boolean mayWrite,
        FormProblems problems,
        Map<String, String> typed) {

    public String here() {
        return "/conference/sessions/" + session.key();
    }

    public String name(String voice) {
        return names.getOrDefault(voice, voice);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What stood on the page of a form: the session, or the item under the typed number once the page has named it. */
    public String seen(String form) {
        var now = form.equals("item")
                ? agenda.stream()
                        .filter(it -> typed("number").equals(Integer.toString(it.number())))
                        .map(Item::mark)
                        .findFirst()
                        .orElse(SeenMark.NOTHING)
                : session.mark();
        return SeenMark.carried(now, typed("seen"), problems);
    }

    /** What was typed for a held statement; else today, or the last day of a session that is over. */
    public String deliveredOn(Statement held) {
        var day = today.isAfter(session.ends()) ? session.ends() : today;
        return typed.getOrDefault(held.dayField(), day.isBefore(session.begins()) ? "" : day.toString());
    }

    /** @param item null: those of the session as a whole */
    public List<Paper> papers(@org.jspecify.annotations.Nullable Integer item) {
        return papers.stream()
                .filter(it -> java.util.Objects.equals(it.item(), item))
                .toList();
    }

    public List<Speaker> speakers(int item) {
        return speakers.stream().filter(it -> it.item() == item).toList();
    }

    public List<Statement> statements(int item) {
        return statements.stream().filter(it -> it.item() == item).toList();
    }
}
