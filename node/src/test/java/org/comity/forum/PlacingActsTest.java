package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;

/** What a peer sends for a room is bounded here, since nobody but the peer has looked at it. */
class PlacingActsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final PostRows posts = mock(PostRows.class);
    private final FollowingPosts following = new FollowingPosts(
            mock(PlacingActs.class),
            mock(FollowingStances.class),
            mock(TopicRows.class),
            posts,
            mock(ModerationRows.class),
            mock(TellingModerators.class),
            Clock.systemUTC());

    @Test
    void a_room_takes_from_a_peer_what_its_own_form_would_take() {
        assertThat(SaidInAct.fits(said("kind", "question"))).isTrue();
        assertThat(SaidInAct.fits(said("kind", "lesson"))).isTrue();
        assertThat(SaidInAct.fits(without("title", "answer"))).isTrue();

        assertThat(SaidInAct.fits(without("title", "question"))).isFalse();
        for (var kind : List.of("plan", "minutes", "check", "")) {
            assertThat(SaidInAct.fits(said("kind", kind))).as(kind).isFalse();
        }
        assertThat(SaidInAct.fits(said("text", "x".repeat(8_000)))).isTrue();
        assertThat(SaidInAct.fits(said("text", "x".repeat(8_001)))).isFalse();
        assertThat(SaidInAct.fits(said("text", " "))).isFalse();
        assertThat(SaidInAct.fits(said("text", 7))).isFalse();
        assertThat(SaidInAct.fits(said("language", "en\" onclick=\"x"))).isFalse();
    }

    @Test
    void a_line_of_a_check_says_one_of_four_and_is_short() {
        for (var stance : List.of("agree", "live-with", "concern", "cannot-accept")) {
            assertThat(SaidInAct.fits(stance("stance", stance))).as(stance).isTrue();
        }
        for (var stance : List.of("AGREE", "abstain", "")) {
            assertThat(SaidInAct.fits(stance("stance", stance))).as(stance).isFalse();
        }
        assertThat(SaidInAct.fits(stance("text", ""))).isTrue();
        assertThat(SaidInAct.fits(stance("text", "x".repeat(1_000)))).isTrue();
        assertThat(SaidInAct.fits(stance("text", "x".repeat(1_001)))).isFalse();
    }

    /** Else its author could keep moderators from ever hiding it: a follower that fails hears of no later act. */
    @Test
    void a_correction_that_is_too_long_changes_nothing_and_stops_nothing() {
        following.correct(post(TrafficLight.GREEN), "x".repeat(8_001), NOON);
        following.correct(post(TrafficLight.GREEN), "", NOON);
        verify(posts, never()).correct(anyLong(), any(), any(), any());

        following.correct(post(TrafficLight.GREEN), "Better.", NOON);
        verify(posts).correct(eq(7L), eq("Better."), eq(List.of()), eq(NOON));
    }

    /** As at the form of the room: the Convention has articles to 68. */
    @Test
    void a_topic_is_about_articles_that_there_are() {
        var placing = new PlacingActs(
                mock(RoomRows.class),
                mock(TopicRows.class),
                posts,
                mock(StanceRows.class),
                mock(RoomAccess.class),
                mock(TellingModerators.class),
                it -> Integer.parseInt(ArticleReferences.number(it)) <= 68,
                mock(Threads.class),
                mock(Ledger.class),
                Clock.systemUTC());

        assertThat(placing.articles(said("articles", List.of("68", "69", "42(3)(a)", "99(1)", "xx"))))
                .containsExactly("68", "42(3)(a)");
        assertThat(placing.articles(said("articles", "42"))).isEmpty();
    }

    @Test
    void words_are_cut_between_characters() {
        var faces = "\uD83D\uDE00";
        assertThat(FollowingPosts.words(Map.of("text", faces.repeat(500)))).isEqualTo(faces.repeat(500));
        assertThat(FollowingPosts.words(Map.of("text", faces.repeat(501)))).isEqualTo(faces.repeat(499) + "…");
        assertThat(PlacingActs.text(Map.of("text", "a\u0001b"), "text")).isEqualTo("ab");
    }

    @Test
    void nothing_red_becomes_wider_by_whatever_way() {
        assertThat(Moderating.widens(post(TrafficLight.AMBER), TrafficLight.GREEN))
                .isTrue();
        assertThat(Moderating.widens(post(TrafficLight.RED), TrafficLight.GREEN))
                .isFalse();
        assertThat(Moderating.widens(post(TrafficLight.GREEN), TrafficLight.AMBER))
                .isFalse();
    }

    static KeptPost post(TrafficLight light) {
        return new KeptPost(
                7,
                3,
                "room",
                "A title",
                light,
                "en",
                "Text.",
                "XB-1",
                PostSource.NODE,
                "act",
                List.of(),
                NOON,
                null,
                null,
                null,
                false);
    }

    private static Map<String, Object> said(String key, Object value) {
        var said = new HashMap<String, Object>(
                Map.of("kind", "question", "title", "Logs", "text", "How long?", "language", "en"));
        said.put(key, value);
        return said;
    }

    private static Map<String, Object> stance(String key, String value) {
        var said = said("kind", "stance");
        said.put("stance", "agree");
        said.put(key, value);
        return said;
    }

    private static Map<String, Object> without(String key, String kind) {
        var said = said("kind", kind);
        said.remove(key);
        return said;
    }
}
