package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.conference.PaperBoard;
import org.comity.conference.TypedPaper;
import org.comity.conference.Voices;
import org.comity.conference.session.ConferenceSession.Statement;
import org.comity.ledger.Ledger;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that was held is delivered on a day of its session, whenever and wherever somebody says so. */
class DeliveredStatementTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 26);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 28);
    private static final ConferenceSession SESSION =
            new ConferenceSession(3, "prac-3", "Third", "Averne", FIRST, LAST, true, null);
    private static final Statement HELD = new Statement(7, 1, "XB", "en", "We thank the host.", true, null);

    /** Half past eight in the evening of the last day, where it ends. */
    private static final Instant AFTER = Instant.parse("2026-11-29T01:00:00Z");

    private final StatementRows statements = mock(StatementRows.class);
    private final SessionRows sessions = mock(SessionRows.class);

    @Test
    void it_is_let_go_when_the_last_day_is_over_in_utc() {
        assertThat(delivered("2026-11-28", AFTER).any()).isFalse();

        verify(statements).delivered(3, 7, LAST);
    }

    @Test
    void it_is_let_go_of_a_day_that_has_begun_there_and_not_yet_in_utc() {
        assertThat(delivered("2026-11-27", Instant.parse("2026-11-26T20:00:00Z"))
                        .any())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-25", "2026-11-29"})
    void no_day_and_one_outside_the_session_are_asked_for_at_its_field(String day) {
        assertThat(delivered(day, AFTER).at("day-7")).isPresent();

        verify(statements, never()).delivered(anyLong(), anyLong(), any());
    }

    @Test
    void a_day_that_has_begun_nowhere_is_not_yet_one_of_them() {
        assertThat(delivered("2026-11-28", Instant.parse("2026-11-26T12:00:00Z"))
                        .at("day-7"))
                .isPresent();
    }

    @Test
    void its_field_says_today_then_the_last_day_and_what_was_typed() {
        assertThat(view(LocalDate.of(2026, 11, 27), Map.of()).deliveredOn(HELD)).isEqualTo("2026-11-27");
        assertThat(view(LAST.plusDays(1), Map.of()).deliveredOn(HELD)).isEqualTo("2026-11-28");
        assertThat(view(FIRST.minusDays(1), Map.of()).deliveredOn(HELD)).isEmpty();
        assertThat(view(LAST, Map.of("day-7", "soon", "day-8", "2026-11-26")).deliveredOn(HELD))
                .isEqualTo("soon");
    }

    private FormProblems delivered(String day, Instant now) {
        when(sessions.locked("prac-3")).thenReturn(Optional.of(SESSION));
        when(statements.delivered(anyLong(), anyLong(), any())).thenReturn(true);
        var keeping = new KeepingSessions(
                sessions,
                statements,
                mock(Voices.class),
                () -> true,
                mock(PaperBoard.class),
                _ -> true,
                mock(Ledger.class),
                Clock.fixed(now, ZoneOffset.UTC));
        return keeping.delivered(
                "prac-3",
                7,
                new TypedPaper(Map.of("day-7", day)),
                new Official("maren", "Maren", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER)));
    }

    private static SessionView view(LocalDate today, Map<String, String> typed) {
        return new SessionView(
                SESSION,
                List.of(),
                List.of(),
                List.of(),
                List.of(HELD),
                Map.of(1, 1),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                today,
                true,
                FormProblems.NONE,
                typed);
    }
}
