package org.comity.casework.requests;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.comity.casework.SeatedAuthorities;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other State says shows which letter came, and only a few are asked about, since each costs the whole thread. */
class FollowingLettersTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private final DispatchRows rows = mock(DispatchRows.class);
    private final FoldingWithoutLetters known = mock(FoldingWithoutLetters.class);
    private final ActRegistered said = mock(ActRegistered.class, RETURNS_DEEP_STUBS);
    private final OurAims aims = mock(OurAims.class);
    private final Directory directory = mock(Directory.class);
    private final Ledger ledger = mock(Ledger.class);
    private final FollowingLetters following = new FollowingLetters(
            rows, known, aims, mock(SeatedAuthorities.class), directory, ledger, Clock.systemUTC());

    @BeforeEach
    void nine_letters_are_posted_and_they_say_something() {
        when(said.entry().entry().effective()).thenReturn(true);
        when(said.thread().id()).thenReturn("t");
        when(said.thread().ourRole()).thenReturn(Role.REQUESTING);
        when(said.act().id()).thenReturn("said");
        when(said.act().envelope().role()).thenReturn("requested");
        when(said.act().envelope().facts()).thenReturn(Map.of("recorded", "mail"));
        when(said.act().envelope().time()).thenReturn(NOON);
        when(rows.of("t"))
                .thenReturn(IntStream.range(0, 9)
                        .mapToObj(FollowingLettersTest::posted)
                        .toList());
    }

    @Test
    void it_stops_at_the_newest_that_was_needed() {
        when(known.needs(any(), eq("a7"))).thenReturn(true);

        following.registered(said);

        verify(rows).received(eq("t"), eq("a7"), eq(DAY), eq("said"), any());
        verify(known, times(2)).needs(any(), anyString());
    }

    @Test
    void it_asks_of_a_few_and_no_more() {
        following.registered(said);

        verify(known, times(FollowingLetters.MOST_ASKED)).needs(any(), anyString());
        verify(rows, never()).received(anyString(), anyString(), any(), anyString(), any());
    }

    @Test
    void so_many_as_it_took_off_the_desk_stand_in_the_log() {
        when(said.act().envelope().role()).thenReturn("requesting");
        when(said.act().envelope().facts()).thenReturn(Map.of("channel", "mail"));
        when(said.act().envelope().addressee()).thenReturn("XD-1");
        when(aims.nextStep()).thenReturn(Duration.ofHours(1));
        var there = mock(Participant.class);
        when(there.hasNode()).thenReturn(true);
        when(directory.get("XD-1")).thenReturn(there);
        when(rows.nodeStands(eq("t"), any())).thenReturn(3);

        following.registered(said);

        verify(ledger).record(null, "letter.not-posted", "t", Map.of("was", "", "now", "3"));
    }

    private static Dispatch posted(int n) {
        return new Dispatch("a" + n, NOON, NOON, Channel.BAG, "", DAY, "maren", NOON, null);
    }
}
