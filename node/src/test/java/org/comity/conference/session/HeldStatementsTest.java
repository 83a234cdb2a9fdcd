package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statement that is held stands on the page on which it is let go of, however many came before it. */
class HeldStatementsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void a_held_one_is_there_beside_the_first_few() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("conference"));
        var sessions = new SessionRows(db);
        var statements = new StatementRows(db);
        sessions.open(new ConferenceSession(0, "prac-3", "Third", "Averne", DAY, DAY, true, null), "maren", NOW);
        long session = sessions.find("prac-3").orElseThrow().id();
        sessions.item(session, new Item(1, "Opening", null, List.of()), "maren", NOW);
        for (var voice : List.of("XA", "XB", "XC")) {
            statements.add(session, new Statement(0, 1, voice, "en", "Thanks.", true, DAY), "maren", NOW);
        }
        statements.add(session, new Statement(0, 1, "XD", "en", "Thanks.", true, null), "maren", NOW);

        assertThat(statements.first(session, true, 2))
                .extracting(Statement::voice)
                .containsExactly("XA", "XB", "XD");
        assertThat(statements.first(session, false, 2))
                .as("for those who take part")
                .extracting(Statement::voice)
                .containsExactly("XA", "XB");
    }
}
