package org.comity.implementation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.comity.board.BoardSubjects;
import org.comity.board.BoardWords;
import org.comity.board.Boards;
import org.comity.board.Publication;
import org.comity.casework.Compartments;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Of a review only the draw is public; the rest is read by whom the reviewed State chose, and by nobody before it chose. */
class PublishingReviewsTest {

    private static final Instant NOON = Instant.parse("2027-05-01T12:00:00Z");

    private static final ActContent OBSERVED = said("hand-on", "what", "observation", "text", "Article 25 is missing.");
    private static final ActContent RESPONDED = said("respond", "to", "1", "text", "A bill is before parliament.");
    private static final ActContent PLANNED = new ActContent(
            "a",
            "plan",
            Map.of(
                    "steps",
                    List.of(
                            Map.of("what", "The bill", "who", "Ministry", "until", "2027-04-30"),
                            Map.of("what", "Training", "who", "Academy", "until", "2028-01-31"))),
            NOON,
            Role.REQUESTING);

    private final ReviewDrawRows draws = mock();
    private final ReadingReviews reading = mock();
    private final Boards boards = mock();

    @BeforeEach
    void nothingDrawn() {
        when(draws.all()).thenReturn(List.of());
    }

    @Test
    void nothing_of_a_state_is_published_before_it_chose_and_after_it_stopped() {
        review(state("Planned", OBSERVED, RESPONDED, PLANNED));
        assertThat(shown(Audience.PUBLIC)).isEmpty();
        assertThat(shown(Audience.PARTICIPANTS)).isEmpty();

        var chose = said("show", "readers", "everybody", "shown", "all");
        review(state("Stopped", OBSERVED, chose));
        assertThat(shown(Audience.PUBLIC)).isEmpty();
        review(state("Planned", chose, said("show", "readers", "nobody", "shown", "all")));
        assertThat(shown(Audience.PUBLIC)).as("it took it back").isEmpty();
    }

    @Test
    void what_it_chose_is_shown_to_whom_it_chose_and_no_more() {
        review(state(
                "Planned", OBSERVED, RESPONDED, PLANNED, said("show", "readers", "participants", "shown", "steps")));
        assertThat(shown(Audience.PUBLIC)).isEmpty();
        assertThat(shown(Audience.PARTICIPANTS).get("state-2027-1-XA"))
                .containsEntry("step", "Planned")
                .doesNotContainKeys("plan", "observations", "responses");

        review(state("Planned", OBSERVED, RESPONDED, PLANNED, said("show", "readers", "everybody", "shown", "plan")));
        assertThat(shown(Audience.PARTICIPANTS)).isEmpty();
        assertThat(shown(Audience.PUBLIC).get("state-2027-1-XA"))
                .containsKey("plan")
                .doesNotContainKeys("observations", "responses");

        review(state("Planned", OBSERVED, RESPONDED, PLANNED, said("show", "readers", "everybody", "shown", "all")));
        assertThat(shown(Audience.PUBLIC).get("state-2027-1-XA"))
                .containsEntry("observations", List.of("Article 25 is missing."))
                .containsEntry("responses", List.of("1: A bill is before parliament."));
    }

    /** Else all that it chose to show would fall from the board with the one text that is too long. */
    @Test
    void what_is_too_long_for_a_board_is_named_there_and_the_rest_still_stands() {
        var acts = new ArrayList<>(List.of(PLANNED, said("show", "readers", "everybody", "shown", "all")));
        for (int n = 0; n < 4; n++) {
            acts.add(said("hand-on", "what", "observation", "text", "x".repeat(Publication.LARGEST_BODY / 3)));
        }
        acts.add(RESPONDED);

        var body = state("Planned", acts.toArray(ActContent[]::new)).body("XA");

        assertThat(Publication.fits(body)).isTrue();
        assertThat(body)
                .containsKey("plan")
                .containsEntry("tooLong", List.of("responses", "observations"))
                .doesNotContainKeys("observations");
        BoardWords.hold(body);
    }

    @Test
    void a_day_that_passed_is_counted_for_the_secretariat_and_published_nowhere() {
        var today = LocalDate.of(2027, 5, 1);
        var planned = state("Planned", PLANNED, said("show", "readers", "everybody", "shown", "all"));
        assertThat(planned.past(today)).isEqualTo(1);
        assertThat(planned.body("XA").toString()).doesNotContain("past");
        BoardWords.hold(planned.body("XA"));

        var done = new ActContent(
                "a",
                "report",
                Map.of("done", List.of(Map.of("what", "The bill", "how", "done"))),
                NOON,
                Role.REQUESTING);
        assertThat(state("Planned", PLANNED, done).past(today)).isZero();
    }

    /** Else what it let others read would stand there for ever once reviews are switched off. */
    @Test
    void a_state_narrows_what_is_read_also_after_reviews_were_switched_off() {
        when(draws.all()).thenReturn(List.of(begun()));
        review(state(
                "Closed", said("show", "readers", "everybody", "shown", "all"), said("show", "readers", "nobody")));

        assertThat(shown(false, Audience.PUBLIC)).containsOnlyKeys("lots-2027-1");
    }

    /** When somebody said something beside it is nobody's business. */
    @Test
    void the_day_of_a_step_is_that_of_the_act_that_led_to_it() {
        var later =
                new ActContent("a", "talk", Map.of("text", "A word"), NOON.plusSeconds(40 * 86_400), Role.REQUESTING);

        assertThat(state("Planned", PLANNED, later).body("XA")).containsEntry("day", "2027-05-01");
    }

    @Test
    void who_looks_has_no_entry_of_its_own() {
        var looks = new ArrayList<>(List.of(said("open", "part", "reviewer", "round", "2027-1")));
        looks.add(said("show", "readers", "everybody", "shown", "all"));
        review(new ReviewedState(row("Saying"), looks));

        assertThat(shown(Audience.PUBLIC)).isEmpty();
    }

    @Test
    void where_reviews_are_off_nothing_is_published_and_no_state_is_asked() {
        review(state("Saying", said("show", "readers", "everybody", "shown", "all")));
        assertThat(shown(false, Audience.PUBLIC)).isEmpty();

        var draft = mock(Draft.class);
        when(draft.opens()).thenReturn(true);
        when(draft.procedure()).thenReturn("state-review/1");
        assertThatExceptionOfType(ReviewRefused.class)
                .isThrownBy(() -> new CheckingReviewsSwitchedOn(new ReviewSwitch(false)).check(draft))
                .satisfies(it -> assertThat(it.code()).isEqualTo("reviews.off"));
        new CheckingReviewsSwitchedOn(new ReviewSwitch(true)).check(draft);
        assertThat(new CheckingReviewsSwitchedOn(new ReviewSwitch(false)).begins("state-review"))
                .as("nor offered to whoever would ask it")
                .isFalse();
        assertThat(new CheckingReviewsSwitchedOn(new ReviewSwitch(false)).begins("preservation"))
                .isTrue();
        assertThat(new CheckingReviewsSwitchedOn(new ReviewSwitch(true)).begins("state-review"))
                .isTrue();
        when(draft.procedure()).thenReturn("preservation/1");
        new CheckingReviewsSwitchedOn(new ReviewSwitch(false)).check(draft);
    }

    private static ReviewDraw begun() {
        return new ReviewDraw(
                "2027-1",
                Map.of("XA", "East"),
                "c".repeat(64),
                new byte[32],
                "Lottery",
                LocalDate.of(2027, 4, 2),
                "maren",
                NOON,
                null);
    }

    private void review(ReviewedState state) {
        when(reading.all(Compartments.ANYBODY)).thenReturn(List.of(state));
    }

    private Map<String, Map<String, Object>> shown(Audience audience) {
        return shown(true, audience);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> shown(boolean on, Audience audience) {
        ArgumentCaptor<Supplier<BoardSubjects>> subjects = ArgumentCaptor.forClass(Supplier.class);
        new PublishingReviews(draws, reading, new ReviewSwitch(on), boards).show();
        verify(boards, atLeastOnce()).show(eq("reviews"), subjects.capture());
        return subjects.getValue().get().before(audience);
    }

    private static ReviewedState state(String state, ActContent... said) {
        var acts = new ArrayList<>(List.of(said("open", "part", "reviewed", "round", "2027-1")));
        acts.addAll(Arrays.asList(said));
        return new ReviewedState(row(state), acts);
    }

    private static RequestRow row(String state) {
        RequestRow row = mock();
        when(row.state()).thenReturn(state);
        when(row.counterpart()).thenReturn("XA-1");
        when(row.changedAt()).thenReturn(NOON);
        return row;
    }

    private static ActContent said(String type, String... said) {
        var body = new java.util.HashMap<String, Object>();
        for (int i = 0; i < said.length; i += 2) body.put(said[i], said[i + 1]);
        return new ActContent("a", type, body, NOON, Role.REQUESTING);
    }
}
