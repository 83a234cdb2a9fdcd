package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.comity.casework.Dispatches;
import org.comity.paper.LetterView.Reminding;
import org.comity.procedure.Dispatch;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reminder goes to who is to answer what we began, and to nobody else. */
class ReminderLettersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Procedures procedures = mock();
    private final KnownProcedure procedure = mock();
    private final Threads threads = mock();
    private final Dispatches dispatches = mock();
    private final WritingLetters writing = new WritingLetters(
            procedures, threads, mock(), mock(), dispatches, mock(), mock(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void asked_and_posted() {
        when(procedures.of(any())).thenReturn(procedure);
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        way(true);
    }

    @Test
    void our_request_that_they_are_to_answer() {
        var row = row(Role.REQUESTING, Turn.THEIRS);

        assertThat(writing.reminding(row)).isEqualTo(Reminding.NOW);
        assertThatCode(() -> writing.reminder(row, MAREN)).doesNotThrowAnyException();
        assertThatCode(() -> writing.mustHaveReminded(row)).doesNotThrowAnyException();
    }

    @Test
    void not_before_it_was_posted() {
        way(false);
        var row = row(Role.REQUESTING, Turn.THEIRS);

        assertThat(writing.reminding(row)).isEqualTo(Reminding.ONCE_POSTED);
        refused("paper.not-posted", () -> writing.reminder(row, MAREN));
        refused("paper.not-posted", () -> writing.mustHaveReminded(row));
    }

    @Test
    void not_of_what_they_asked_themselves() {
        var row = row(Role.REQUESTED, Turn.THEIRS);

        assertThat(writing.reminding(row)).isEqualTo(Reminding.NEVER);
        refused("paper.nothing-to-remind", () -> writing.reminder(row, MAREN));
        refused("paper.nothing-to-remind", () -> writing.mustHaveReminded(row));

        when(procedure.opener()).thenReturn(Role.REQUESTED);
        assertThat(writing.reminding(row)).isEqualTo(Reminding.NOW);
    }

    /** One that left before their answer came can still be written down. */
    @Test
    void not_once_it_is_answered_or_over() {
        for (var turn : List.of(Turn.OURS, Turn.NOBODY)) {
            var row = row(Role.REQUESTING, turn);

            assertThat(writing.reminding(row)).isEqualTo(Reminding.NEVER);
            refused("paper.nothing-to-remind", () -> writing.reminder(row, MAREN));
            assertThatCode(() -> writing.mustHaveReminded(row)).doesNotThrowAnyException();
        }
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(PaperRefused.class)
                .isThrownBy(what::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private void way(boolean posted) {
        var day = posted ? LocalDate.of(2026, 11, 20) : null;
        var way = new Dispatch("a", NOW, NOW, posted ? Channel.BAG : null, "", day, "maren", posted ? NOW : null, null);
        assertThat(way.stage()).isEqualTo(posted ? Dispatch.Stage.POSTED : Dispatch.Stage.READY);
        when(dispatches.of("t")).thenReturn(List.of(way));
    }

    private static RequestRow row(Role ours, Turn turn) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("t");
        when(row.reference()).thenReturn("XA-2026-000001");
        when(row.procedure()).thenReturn("preservation/1");
        when(row.ourRole()).thenReturn(ours);
        when(row.turn()).thenReturn(turn);
        return row;
    }
}
