package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.JointThreads;
import org.comity.thread.SeatApprovals;
import org.comity.thread.Threads;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** Who approved acts from a seat is asked once for all that a page shows, however many they are. */
class SayingWhoApprovedTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final SeatPersonRows rows = mock(SeatPersonRows.class);
    private final SeatApprovals approvals = mock(SeatApprovals.class);
    private final SayingWhoApproved saying = new SayingWhoApproved(
            rows,
            mock(Threads.class),
            mock(JointThreads.class),
            approvals,
            mock(Directory.class),
            WordsForTests.load());

    @Test
    void each_act_has_its_own_persons_and_the_doubts_about_them() {
        var first = act("ask", NOON, Map.of("recorded", "seat"));
        var second = act("answer", NOON.plusSeconds(60), Map.of("recorded", "seat"));
        var byWire = act("accept", NOON, Map.of());
        when(approvals.persons(List.of(first.id(), second.id())))
                .thenReturn(Map.of(first.id(), List.of("XD-1/s-1"), second.id(), List.of("XD-1/s-2")));
        when(rows.lostSince(Set.of("XD-1/s-1", "XD-1/s-2"))).thenReturn(Map.of("XD-1/s-2", NOON));

        var said = saying.of(List.of(first, byWire, second), Locale.ENGLISH);

        assertThat(said).containsOnlyKeys(first.id(), second.id());
        assertThat(said.get(first.id()).paragraphs()).singleElement().asString().contains("XD-1/s-1");
        assertThat(said.get(second.id()).paragraphs()).hasSize(2).allMatch(it -> it.contains("XD-1/s-2"));
        verify(approvals).persons(any());
        verify(rows).lostSince(any());
    }

    private static Envelope act(String type, Instant time, Map<String, String> facts) {
        return new Envelope(
                "00".repeat(32),
                "0b7e1c52-3f0e-4c53-9a55-0000000000c3",
                "preservation/1",
                "uncc/2",
                type,
                "XA-1",
                "XA-1",
                "requested",
                time,
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(Map.of())),
                List.of());
    }
}
