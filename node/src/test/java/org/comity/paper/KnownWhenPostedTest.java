package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter that is printed again bears their number as it was known when it was posted, also if it was wrong. */
class KnownWhenPostedTest {

    private static final Instant POSTED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant BEFORE = POSTED.minusSeconds(60);
    private static final Instant AFTER = POSTED.plusSeconds(60);

    private final Threads threads = mock();
    private final TranslationRows translations = mock();
    private final RequestRow row = mock();
    private final KnownWhenPosted known = new KnownWhenPosted(threads, translations);

    @BeforeEach
    void our_request() {
        when(row.thread()).thenReturn("t");
        when(row.ourRole()).thenReturn(Role.REQUESTING);
        when(row.theirCase()).thenReturn("MJ/701-26");
        when(threads.opening("t")).thenReturn(Optional.empty());
    }

    @Test
    void a_number_that_a_later_letter_bears_too_stays_upon_it() {
        theirs("MJ/701-26", AFTER);

        assertThat(onLetter("MJ/701-26")).isEqualTo("MJ/701-26");
    }

    @Test
    void what_was_corrected_or_learned_later_is_not_upon_it() {
        theirs("MJ/701-26", BEFORE);
        assertThat(onLetter("MJ/7O1-26")).isEqualTo("MJ/7O1-26");
        assertThat(onLetter("")).isEmpty();
    }

    @Test
    void of_one_that_left_before_its_number_was_kept_the_first_letter_of_theirs_tells() {
        theirs("MJ/701-26", BEFORE);
        assertThat(onLetter(null)).isEqualTo("MJ/701-26");
        theirs("MJ/701-26", AFTER);
        assertThat(onLetter(null)).isEmpty();
    }

    private String onLetter(@Nullable String borne) {
        var way = mock(Dispatch.class);
        when(way.postedAt()).thenReturn(POSTED);
        when(way.theirCase()).thenReturn(borne);
        return known.of(row, mock(KeptAct.class), way).theirCase();
    }

    private void theirs(String number, Instant at) {
        var act = mock(KeptAct.class, RETURNS_DEEP_STUBS);
        when(act.envelope().facts()).thenReturn(Map.of("recorded", "bag"));
        when(act.envelope().role()).thenReturn(Role.REQUESTED.word());
        when(act.body()).thenReturn(Map.of("letterReference", number));
        when(act.keptAt()).thenReturn(at);
        when(threads.newest("t")).thenReturn(List.of(act));
    }
}
