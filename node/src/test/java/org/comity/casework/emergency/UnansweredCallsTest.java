package org.comity.casework.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.casework.DomesticFile;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom to try next, where a State has several contact points. */
class UnansweredCallsTest {

    private static final Instant NOW = Instant.parse("2027-06-01T02:11:40Z");

    private final UnansweredCallRows rows = mock(UnansweredCallRows.class);
    private final Directory directory = mock(Directory.class);
    private final UnansweredCalls calls = new UnansweredCalls(
            rows,
            mock(Drafts.class),
            mock(DomesticFile.class),
            directory,
            mock(Officials.class),
            mock(Words.class),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void a_state_with_three_entries() {
        var all = List.of(
                entry("XB-1", "XB", "+999 1 1"),
                entry("XB-2", "XB", "+999 1 2"),
                entry("XB-3", "XB", "+999 1 1"),
                entry("XD-1", "XD", "+999 9 9"));
        when(directory.all()).thenReturn(all);
        all.forEach(it -> {
            when(directory.find(it.id())).thenReturn(Optional.of(it));
            when(directory.get(it.id())).thenReturn(it);
        });
    }

    @Test
    void another_number_of_that_state_is_the_next_to_try() {
        assertThat(calls.view(Optional.empty(), Optional.of("XB-1")).others())
                .extracting(Participant::id)
                .containsExactly("XB-2");
        assertThat(calls.view(Optional.empty(), Optional.of("XD-1")).others()).isEmpty();
        assertThat(calls.view(Optional.empty(), Optional.of("XX-1")).others()).isEmpty();
    }

    @Test
    void the_number_that_is_kept_is_the_directorys_and_of_the_state_that_is_asked() {
        var draft = mock(Draft.class);
        when(draft.id()).thenReturn("7");
        when(draft.counterpart()).thenReturn("XB-1");
        var by = mock(Official.class);
        when(by.id()).thenReturn("maren");

        calls.add(draft, "XB-2", by);
        calls.add(draft, "XD-1", by);

        verify(rows).add(eq("7"), eq(new UnansweredCallRows.Row(NOW, "XB-2", "+999 1 2", "maren")));
        verify(rows).add(eq("7"), eq(new UnansweredCallRows.Row(NOW, "XB-1", "+999 1 1", "maren")));
    }

    private static Participant entry(String id, String state, String phone) {
        var entry = mock(Participant.class);
        when(entry.id()).thenReturn(id);
        when(entry.state()).thenReturn(new StateParty(state));
        when(entry.phone()).thenReturn(phone);
        return entry;
    }
}
