package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.comity.conference.ConferenceRefused;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.database.PracticeDatabase;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two officers who change one decision at once, the second reads what the first wrote before it is replaced. */
class CorrectingAtOnceTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private final Official by = new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private TwoAtOnce atOnce;
    private DecisionRows rows;
    private KeepingDecisions keeping;

    @BeforeEach
    void one_decision() throws Exception {
        var source = PracticeDatabase.fresh("conference");
        var db = JdbcClient.create(source);
        atOnce = new TwoAtOnce(source);
        rows = new DecisionRows(db);
        var sessions = new SessionRows(db);
        sessions.open(new ConferenceSession(0, "prac-3", "Third", "Averne", DAY, DAY, true, null), "maren", NOW);
        var said = new TypedDecision("Forms", "Forms are mode.", "consensus", "", DAY, List.of());
        rows.record(sessions.find("prac-3").orElseThrow().id(), "3/1", false, said, "maren", NOW);
        keeping = new KeepingDecisions(
                () -> true,
                sessions,
                rows,
                mock(Voices.class),
                mock(PaperBoard.class),
                _ -> true,
                mock(Ledger.class),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void of_two_corrections_at_once_the_second_is_shown_the_first() throws Exception {
        var second = atOnce.whileTheFirstIsUnderWay(
                () -> keeping.correct("3/1", correction("Forms are made."), by),
                () -> keeping.correct("3/1", correction("Forms are drawn."), by));

        assertThat(second.get().at("words").orElseThrow().key()).isEqualTo("conference.problem.changed-meanwhile");
        var decision = rows.find("3/1").orElseThrow();
        assertThat(decision.words()).isEqualTo("Forms are made.");
        assertThat(decision.changes()).extracting(Decision.Change::words).containsExactly("Forms are mode.");
    }

    @Test
    void of_two_presses_of_withdraw_one_withdrawal_is_kept() throws Exception {
        var typed = new TypedPaper(Map.of("seen", "0", "because", "Of another session."));

        var second = atOnce.whileTheFirstIsUnderWay(
                () -> keeping.withdraw("3/1", typed, by), () -> keeping.withdraw("3/1", typed, by));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(second::get)
                .withCauseInstanceOf(ConferenceRefused.class);
        assertThat(rows.find("3/1").orElseThrow().changes()).hasSize(1);
    }

    private static TypedPaper correction(String words) {
        return new TypedPaper(Map.of(
                "seen",
                "0",
                "title",
                "Forms",
                "words",
                words,
                "taken",
                "consensus",
                "day",
                "2026-11-28",
                "why",
                "A slip."));
    }
}
