package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.Compartments;
import org.comity.casework.Dispatches;
import org.comity.casework.Emergencies;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we told stands with the hour at which it left, and a list that is cut says so. */
class AwaitingAcknowledgementsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SIGNED = NOON.minus(Duration.ofDays(2));

    private final Emergencies emergencies = mock();
    private final Threads threads = mock();
    private final Compartments compartments = mock();
    private final Directory directory = mock();
    private final Dispatches dispatches = mock();
    private final Participant other = mock();
    private final AwaitingAcknowledgements awaiting = new AwaitingAcknowledgements(
            emergencies, threads, compartments, directory, dispatches, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void a_directory() {
        when(directory.get(any())).thenReturn(other);
        when(compartments.hiddenFrom("maren")).thenReturn(Set.of("closed"));
        approved(SIGNED);
    }

    private void approved(Instant at) {
        var opening = mock(Threads.KeptAct.class);
        when(opening.id()).thenReturn("a");
        when(opening.thread()).thenReturn("told");
        when(opening.keptAt()).thenReturn(at);
        when(threads.openings(any())).thenReturn(List.of(opening));
    }

    @Test
    void a_letter_is_not_late_before_it_left() {
        var posted = NOON.minus(Duration.ofHours(1));
        assertThat(since(null, posted)).isEqualTo(posted);
        assertThat(since(null, null)).isEqualTo(SIGNED);
    }

    /** The words may have waited for hours to be approved; until then nobody there could know. */
    @Test
    void its_age_counts_from_the_approval_and_not_from_when_its_words_stood() {
        var approved = NOON.minus(Duration.ofMinutes(20));
        approved(approved);

        assertThat(since(null, null)).isEqualTo(approved);
    }

    @Test
    void a_letter_counts_from_the_day_on_which_it_left_however_late_that_was_typed() {
        var self = mock(Participant.class);
        when(self.zone()).thenReturn(ZoneOffset.ofHours(2));
        when(directory.self()).thenReturn(self);
        var day = LocalDate.ofInstant(SIGNED, ZoneOffset.UTC);
        read(1, told(null, NOON.minusSeconds(1), day));

        assertThat(awaiting.seenBy("maren").rows().getFirst().since())
                .isEqualTo(day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(2)).toInstant());
    }

    @Test
    void what_was_held_counts_from_when_it_was_let_go() {
        var left = NOON.minus(Duration.ofHours(3));
        assertThat(since(left, null)).isEqualTo(left);
    }

    @Test
    void fifty_are_named_and_more_are_not_hidden() {
        read(51, told(null, null));
        assertThat(awaiting.seenBy("maren").rows()).hasSize(50);
        assertThat(awaiting.seenBy("maren").more()).isTrue();

        read(50, told(null, null));
        assertThat(awaiting.seenBy("maren").rows()).hasSize(50);
        assertThat(awaiting.seenBy("maren").more()).isFalse();
    }

    private Instant since(@Nullable Instant held, @Nullable Instant posted) {
        read(1, told(held, posted));
        return awaiting.seenBy("maren").rows().getFirst().since();
    }

    private void read(int rows, RequestRow row) {
        when(emergencies.toldUnacknowledged(any(), any(), anyInt())).thenReturn(List.of());
        when(emergencies.toldUnacknowledged(Set.of("closed"), NOON, 51)).thenReturn(Collections.nCopies(rows, row));
    }

    private RequestRow told(@Nullable Instant held, @Nullable Instant posted) {
        return told(held, posted, null);
    }

    /** The letter that the list speaks of is a later one. */
    private RequestRow told(@Nullable Instant held, @Nullable Instant posted, @Nullable LocalDate day) {
        var row = mock(RequestRow.class);
        var letter = new Dispatch("a", SIGNED, SIGNED, Channel.BAG, "", day, "maren", posted, null);
        when(dispatches.ofAct("told", "a")).thenReturn(Optional.of(letter));
        when(row.thread()).thenReturn("told");
        when(row.dispatch()).thenReturn(new Dispatch("b", NOON, NOON, Channel.BAG, "", null, "maren", NOON, null));
        when(row.counterpart()).thenReturn("XD-1");
        when(row.openedAt()).thenReturn(SIGNED);
        when(row.heldUntil()).thenReturn(held);
        return row;
    }
}
