package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.ui.CurrentOfficial;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maren hid a post by an act; whoever decides on the appeal by another act is somebody else. */
class HearingAppealsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final PlacingActs placing = mock(PlacingActs.class);
    private final PostRows posts = mock(PostRows.class);
    private final StanceRows stances = mock(StanceRows.class);
    private final ModerationRows moderations = mock(ModerationRows.class);
    private final CurrentOfficial current = mock(CurrentOfficial.class);
    private final Ledger ledger = mock(Ledger.class);
    private final HearingAppeals hearing = new HearingAppeals(placing, posts, stances, moderations, current, ledger);

    @BeforeEach
    void one_post_was_hidden_by_an_act_that_maren_sent() {
        when(placing.brings("forum-post/1")).thenReturn(true);
        when(posts.ofThread("thread"))
                .thenReturn(Optional.of(PlacingActsTest.post(org.comity.vocabulary.TrafficLight.GREEN)));
        when(ledger.seek(any(), isNull(), anyInt())).thenAnswer(it -> {
            Ledger.Search sought = it.getArgument(0);
            boolean hers = Objects.equals(sought.official(), "maren")
                    && Objects.equals(sought.subjects(), List.of("hid"))
                    && sought.whats().contains("act.submitted");
            return hers
                    ? List.of(new Ledger.Line(1, NOON, "maren", "act.submitted", "hid", Map.of(), ""))
                    : List.<Ledger.Line>of();
        });
        signedIn("maren");
        appealed("act:hid");
    }

    @Test
    void who_hid_it_by_an_act_decides_on_no_appeal_by_another() {
        for (var type : List.of("uphold", "lift")) {
            assertThatThrownBy(() -> hearing.check(draft(type, null))).as(type).hasMessageContaining("third-moderator");
        }
        signedIn("tolva");
        assertThatThrownBy(() -> hearing.check(draft("uphold", "maren"))).hasMessageContaining("third-moderator");
        assertThatCode(() -> hearing.check(draft("uphold", "tolva"))).doesNotThrowAnyException();
    }

    @Test
    void nor_does_who_hid_a_line_of_a_check() {
        when(posts.ofThread("thread")).thenReturn(Optional.empty());
        when(stances.ofThread("thread"))
                .thenReturn(Optional.of(new StanceRows.Line(
                        1,
                        3,
                        "room",
                        "A title",
                        org.comity.vocabulary.TrafficLight.GREEN,
                        new ParticipantStance(
                                org.comity.vocabulary.TrafficLight.GREEN,
                                "XB-1",
                                "node:XB-1",
                                "XB-1",
                                "AGREE",
                                "",
                                NOON,
                                null),
                        "hid")));
        assertThatThrownBy(() -> hearing.check(draft("lift", null))).hasMessageContaining("third-moderator");
        signedIn("tolva");
        assertThatCode(() -> hearing.check(draft("lift", null))).doesNotThrowAnyException();
    }

    @Test
    void nor_does_who_hid_it_on_a_page() {
        appealed("maren");
        assertThatThrownBy(() -> hearing.check(draft("uphold", null))).hasMessageContaining("third-moderator");
        signedIn("tolva");
        assertThatCode(() -> hearing.check(draft("uphold", null))).doesNotThrowAnyException();
    }

    @Test
    void all_else_leaves_as_before() {
        assertThatCode(() -> hearing.check(draft("ask-wider", "maren"))).doesNotThrowAnyException();
        when(placing.brings("forum-post/1")).thenReturn(false);
        assertThatCode(() -> hearing.check(draft("uphold", "maren"))).doesNotThrowAnyException();
    }

    private void signedIn(String id) {
        when(current.official()).thenReturn(Optional.of(new Official(id, id, id, Set.of(Duty.DUTY_OFFICER))));
    }

    private void appealed(String by) {
        when(moderations.of(7))
                .thenReturn(List.of(new DoneModeration(
                        1, 7, ModerationStep.HIDE, "twice", "Twice.", by, NOON, "No.", NOON, null, null, null)));
    }

    private static Draft draft(String type, @Nullable String submittedBy) {
        return new Draft(
                "d1",
                "forum-post/1",
                type,
                Role.REQUESTED,
                "XB-1",
                "thread",
                "XA-1",
                Map.of(),
                Map.of(),
                List.of(),
                Draft.Status.WRITING,
                1,
                "maren",
                NOON,
                submittedBy,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
