package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        var post = Optional.of(new KeptPost(
                7,
                3,
                "room",
                "A title",
                TrafficLight.GREEN,
                "en",
                "Words",
                "XA-1",
                PostSource.PAGE,
                null,
                List.of(),
                NOON,
                null,
                null,
                null,
                true));
        when(posts.find(eq(7L), anyString())).thenReturn(post);
        when(posts.find(eq(7L), (Readable) any())).thenReturn(post);
        when(rooms.moderators("room")).thenReturn(List.of("maren"));
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

    private void decided(Runnable step) {
        assertThatExceptionOfType(RoomRefused.class)
                .isThrownBy(step::run)
                .satisfies(it ->
                        org.assertj.core.api.Assertions.assertThat(it.code()).isEqualTo("forum.decided"));
        verifyNoInteractions(rows, ledger);
    }
}
