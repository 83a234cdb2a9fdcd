package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A label that somebody else changed in the same moment is not recorded as made narrower. */
class ModeratingTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final PostRows posts = mock(PostRows.class);
    private final ModerationRows rows = mock(ModerationRows.class);
    private final RoomRows rooms = mock(RoomRows.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Moderating moderating = new Moderating(
            posts,
            rows,
            rooms,
            mock(RoomAccess.class),
            ledger,
            mock(HearingAppeals.class),
            Clock.fixed(NOON, ZoneOffset.UTC),
            Duration.ofDays(7));
    private final RoomReader maren = new RoomReader(
            "XA-1", "office:maren", "Maren", new Official("maren", "Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER)));

    @BeforeEach
    void aPostOfWhichTheLabelIsChangedMeanwhile() {
        var post = Optional.of(post(null, true));
        when(posts.find(eq(7L), anyString())).thenReturn(post);
        when(posts.find(eq(7L), (Readable) any())).thenReturn(post);
        when(rooms.moderators("room")).thenReturn(List.of("maren"));
    }

    private static KeptPost post(@Nullable String act, boolean mine) {
        return new KeptPost(
                7,
                3,
                "room",
                "A title",
                TrafficLight.GREEN,
                "en",
                "Words",
                "XA-1",
                act == null ? PostSource.PAGE : PostSource.NODE,
                act,
                List.of(),
                NOON,
                null,
                null,
                null,
                mine);
    }

    @Test
    void by_its_source() {
        decided(() -> moderating.narrow(7, TrafficLight.AMBER, maren));
    }

    @Test
    void by_a_moderator() {
        decided(() -> moderating.take(7, ModerationStep.NARROW, "label", "It is too wide.", TrafficLight.AMBER, maren));
    }

    /** So that the one that is lifted does not show what the other still hides. */
    @Test
    void hidden_by_another_moderator() {
        when(posts.hide(7, NOON)).thenReturn(false);

        decided(() -> moderating.take(7, ModerationStep.HIDE, "label", "Not for this room.", null, maren));
    }

    /** What a page does with them is told to nobody: their author is a node. */
    @ParameterizedTest
    @EnumSource(ModerationStep.class)
    void words_that_came_by_an_act_are_moderated_by_acts(ModerationStep step) {
        var brought = Optional.of(post("act-1", false));
        when(posts.find(eq(7L), (Readable) any())).thenReturn(brought);
        when(rows.find(5)).thenReturn(Optional.of(mock(DoneModeration.class)));
        when(rows.find(5).orElseThrow().post()).thenReturn(7L);
        when(posts.speaker(7)).thenReturn(new PostSpeaker("XB-1", "node:XB-1", "XB-1", "thread-1"));
        when(posts.hide(7, NOON)).thenReturn(true);

        byAct(() -> moderating.take(7, step, "label", "It is too wide.", TrafficLight.AMBER, maren));
        byAct(() -> moderating.askWider(7, TrafficLight.CLEAR, "For all.", maren));
        byAct(() -> moderating.decide(5, true, "It may stand.", maren));
        verify(rows, never()).add(any(), any(), any(), any(), any(), any());
        verifyNoInteractions(ledger);
        assertThat(moderating.thread(brought.orElseThrow(), maren)).contains("thread-1");
        assertThat(moderating.thread(post(null, false), maren)).isEmpty();
        var other = new Official("tolva", "Tolva", "XA-1/o-2", Set.of(Duty.DUTY_OFFICER));
        assertThat(moderating.thread(brought.orElseThrow(), new RoomReader("XA-1", "office:tolva", "Tolva", other)))
                .isEmpty();
    }

    private static void byAct(Runnable step) {
        assertThatExceptionOfType(RoomRefused.class)
                .isThrownBy(step::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo("forum.by-act"));
    }

    private void decided(Runnable step) {
        assertThatExceptionOfType(RoomRefused.class)
                .isThrownBy(step::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo("forum.decided"));
        verifyNoInteractions(rows, ledger);
    }
}
