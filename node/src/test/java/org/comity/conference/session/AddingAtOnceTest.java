package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.database.PracticeDatabase;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two officers who add to one document or one session at once, the second sees what the first added. */
class AddingAtOnceTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final byte[] PDF = "%PDF-1.7 words".getBytes(StandardCharsets.US_ASCII);

    private final Official by = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private final List<String> published = new CopyOnWriteArrayList<>();
    private TwoAtOnce atOnce;
    private SessionRows sessionRows;
    private KeepingSessions sessions;
    private KeepingPapers papers;
    private PaperRows rows;

    @BeforeEach
    void a_session_of_three_days() throws Exception {
        var source = PracticeDatabase.fresh("conference");
        var db = JdbcClient.create(source);
        atOnce = new TwoAtOnce(source);
        sessionRows = new SessionRows(db);
        rows = new PaperRows(db);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        sessionRows.open(session(), "maren", NOW);
        sessions = new KeepingSessions(
                sessionRows,
                new StatementRows(db),
                mock(Voices.class),
                () -> true,
                mock(PaperBoard.class),
                _ -> true,
                mock(Ledger.class),
                clock);
        papers = new KeepingPapers(
                () -> true,
                sessionRows,
                rows,
                (_, _, json) -> published.add(json.toString()),
                _ -> true,
                mock(Ledger.class),
                clock);
    }

    @Test
    void of_two_items_under_one_number_the_second_does_not_take_the_place_of_the_first_unseen() throws Exception {
        var first = Map.of("number", "4", "title", "Election of officers");
        var other = Map.of("number", "4", "title", "Budget");

        var second = atOnce.whileTheFirstIsUnderWay(
                () -> sessions.item("prac-3", new TypedPaper(first), by),
                () -> sessions.item("prac-3", new TypedPaper(other), by));

        assertThat(second.get().at("number").orElseThrow().facts()).containsEntry("title", "Election of officers");
        assertThat(agenda()).extracting(Item::title).containsExactly("Election of officers");
        assertThat(sessions.item("prac-3", new TypedPaper(first), by).any())
                .as("the same press twice")
                .isFalse();
        var seen = Map.of(
                "number", "4", "title", "Budget", "seen", agenda().getFirst().mark());
        assertThat(sessions.item("prac-3", new TypedPaper(seen), by).any()).isFalse();
        assertThat(agenda()).extracting(Item::title).containsExactly("Budget");
    }

    @Test
    void of_two_who_correct_a_session_the_second_sees_what_the_first_wrote() throws Exception {
        var stood = session().mark();

        var second = atOnce.whileTheFirstIsUnderWay(
                () -> sessions.correct("prac-3", heading("Vienna", stood), by),
                () -> sessions.correct("prac-3", heading("Hanoi", stood), by));

        assertThat(second.get().any()).isTrue();
        assertThat(sessionRows.find("prac-3").orElseThrow().place()).isEqualTo("Vienna");
    }

    private static TypedPaper heading(String place, String seen) {
        var days = session();
        return new TypedPaper(Map.of(
                "title", days.title(),
                "place", place,
                "begins", days.begins().toString(),
                "ends", days.ends().toString(),
                "seen", seen));
    }

    private List<Item> agenda() {
        return sessionRows.agenda(sessionRows.find("prac-3").orElseThrow().id());
    }

    @Test
    void the_board_names_both_languages_of_a_document() throws Exception {
        var form =
                new TypedPaper(Map.of("symbol", "CONF/PRAC/3/7", "title", "Draft", "original", "en", "articles", "24"));
        assertThat(papers.register("prac-3", form, PDF, by).any()).isFalse();
        long id = rows.all().getFirst().id();

        var second = atOnce.whileTheFirstIsUnderWay(
                () -> papers.add(id, new TypedPaper(Map.of("language", "fr")), PDF, by),
                () -> papers.add(id, new TypedPaper(Map.of("language", "es")), PDF, by));

        assertThat(second.get().any()).isFalse();
        assertThat(rows.find(id).orElseThrow().in("fr")).isNotNull();
        assertThat(published.getLast())
                .isEqualTo(ReadingPublicPapers.json(
                                ReadingPublicPapers.document(rows.find(id).orElseThrow()))
                        .toString());
    }

    @Test
    void days_are_not_taken_from_under_an_item() throws Exception {
        var second = atOnce.whileTheFirstIsUnderWay(
                () -> sessions.item(
                        "prac-3", new TypedPaper(Map.of("number", "1", "title", "Opening", "day", "2026-12-03")), by),
                () -> sessions.correct(
                        "prac-3",
                        new TypedPaper(Map.of(
                                "title", "Third",
                                "place", "Averne",
                                "begins", "2026-12-01",
                                "ends", "2026-12-02",
                                "seen", session().mark())),
                        by));

        assertThat(second.get().at("ends").orElseThrow().key()).isEqualTo("conference.problem.left-outside");
    }

    private static ConferenceSession session() {
        var first = LocalDate.of(2026, 12, 1);
        return new ConferenceSession(0, "prac-3", "Third", "Averne", first, first.plusDays(2), true, null);
    }
}
