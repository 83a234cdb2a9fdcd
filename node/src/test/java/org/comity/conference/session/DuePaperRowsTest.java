package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.comity.database.PracticeDatabase;
import org.comity.ui.ThingsDue.Due;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents are due before their session begins, and what a decision asks of the Secretariat by the day that it names. */
class DuePaperRowsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private JdbcClient db;
    private DuePaperRows rows;

    @BeforeEach
    void two_sessions() throws Exception {
        db = JdbcClient.create(PracticeDatabase.emptied("conference", 1));
        rows = new DuePaperRows(db);
        session("begun", TODAY);
        session("next", TODAY.plusDays(1));
    }

    @Test
    void a_document_of_a_session_that_has_not_begun_is_due_as_long_as_a_language_lacks() {
        paper("begun", "A/1", 1);
        paper("next", "A/2", 5);
        paper("next", "A/3", 6);

        assertThat(rows.due(TODAY, 20)).singleElement().satisfies(it -> {
            assertThat(it.about()).isEqualTo("A/2");
            assertThat(it.address()).isEqualTo("/conference/sessions/next");
            assertThat(it.until()).isEqualTo("2027-03-02T00:00:00Z");
        });
    }

    @Test
    void what_a_standing_decision_asks_of_the_secretariat_is_due_until_it_is_done_what_has_a_day_first() {
        var stands = decision("1/1");
        followUp(stands, "Write to all.", "SECRETARIAT", "open", null);
        followUp(stands, "Publish it.", "SECRETARIAT", "moved", TODAY.plusDays(9));
        followUp(stands, "Was done.", "SECRETARIAT", "done", TODAY.minusDays(9));
        followUp(stands, "Of a State.", "XB", "open", TODAY);
        var withdrawn = decision("1/2");
        followUp(withdrawn, "Nobody asks it.", "SECRETARIAT", "open", TODAY);
        db.sql("""
                insert into conference.decision_change
                       (decision, kind, why, title, words, taken, effort, taken_on, articles, recorded_by, recorded_at)
                select id, 'withdrawn', 'Twice.', title, words, taken, effort, taken_on, articles, 'maren', now()
                  from conference.decision where id = :id
                """).param("id", withdrawn).update();

        assertThat(rows.due(TODAY, 20))
                .extracting(Due::about, it -> String.valueOf(it.until()))
                .containsExactly(
                        tuple("1/1: Publish it.", "2027-03-10T23:59:59Z"), tuple("1/1: Write to all.", "null"));
    }

    private void session(String key, LocalDate begins) {
        db.sql("""
                insert into conference.session (key, title, place, begins, ends, everybody, opened_by, opened_at)
                values (:key, 'A session', 'Averne', :begins, :begins, true, 'maren', now())
                """).param("key", key).param("begins", begins).update();
    }

    private void paper(String session, String symbol, int languages) {
        long id = db.sql("""
                insert into conference.paper (session, symbol, title, original, everybody, registered_by, registered_at)
                select id, :symbol, 'A document', 'en', true, 'maren', now() from conference.session where key = :session
                returning id
                """)
                .param("symbol", symbol)
                .param("session", session)
                .query(Long.class)
                .single();
        db.sql("""
                insert into conference.paper_file (paper, language, type, size, sha256, content, added_by, added_at)
                select :id, language, 'application/pdf', 1, '', ''::bytea, 'maren', now()
                  from unnest(array['ar', 'en', 'es', 'fr', 'ru', 'zh']) as language limit :languages
                """).param("id", id).param("languages", languages).update();
    }

    private long decision(String number) {
        return db.sql("""
                insert into conference.decision
                       (session, number, title, words, taken, effort, taken_on, everybody, recorded_by, recorded_at)
                select id, :number, 'A decision', 'Decides.', 'consensus', '', begins, true, 'maren', now()
                  from conference.session where key = 'begun' returning id
                """).param("number", number).query(Long.class).single();
    }

    private void followUp(long decision, String what, String who, String status, LocalDate due) {
        long id = db.sql("""
                insert into conference.follow_up (decision, paragraph, what, who, recorded_by, recorded_at)
                values (:decision, '1', :what, :who, 'maren', now()) returning id
                """)
                .param("decision", decision)
                .param("what", what)
                .param("who", who)
                .query(Long.class)
                .single();
        db.sql("""
                insert into conference.follow_up_step (follow_up, status, due, words, recorded_by, recorded_at)
                values (:id, 'open', null, '', 'maren', now()), (:id, :status, :due, 'Because.', 'maren', now())
                """).param("id", id).param("status", status).param("due", due).update();
    }
}
