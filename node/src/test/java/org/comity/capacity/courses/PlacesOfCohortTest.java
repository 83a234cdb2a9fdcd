package org.comity.capacity.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.comity.capacity.courses.PlacesOfCohort.Given;
import org.junit.jupiter.api.Test;

/** Places go to who asked first; kept ones to some States, and from their day on to who waits longest. */
class PlacesOfCohortTest {

    private static final LocalDate RELEASED = LocalDate.of(2027, 5, 1);
    private static final LocalDate BEFORE = RELEASED.minusDays(1);
    private static final Cohort TEN = cohort(10, 4);

    @Test
    void who_asks_first_comes_first_and_kept_places_stay_free_for_those_they_are_kept_for() {
        var given = PlacesOfCohort.of(
                TEN, List.of(ask(1, "XA", 8, false, 1), ask(2, "XM", 3, true, 2), ask(3, "XB", 1, false, 3)), BEFORE);

        assertThat(given).extracting(Given::seated).containsExactly(6, 3, 0);
        assertThat(given).extracting(Given::waiting).containsExactly(2, 0, 1);
    }

    @Test
    void from_the_day_of_release_kept_places_go_to_who_waits_longest() {
        var asked = List.of(ask(1, "XA", 8, false, 1), ask(2, "XM", 3, true, 2), ask(3, "XB", 1, false, 3));

        assertThat(PlacesOfCohort.of(TEN, asked, RELEASED))
                .extracting(Given::seated)
                .containsExactly(7, 3, 0);
    }

    @Test
    void a_state_for_which_places_are_kept_takes_these_first_and_open_ones_after() {
        var given = PlacesOfCohort.of(TEN, List.of(ask(1, "XM", 6, true, 1), ask(2, "XA", 9, false, 2)), BEFORE);

        assertThat(given).extracting(Given::seated).containsExactly(6, 4);
    }

    @Test
    void who_asks_after_the_release_comes_behind_who_waits() {
        var late = new AskedPlaces(2, "XM", 2, true, Instant.parse("2027-05-02T10:00:00Z"));

        assertThat(PlacesOfCohort.of(TEN, List.of(ask(1, "XA", 10, false, 1), late), RELEASED.plusDays(2)))
                .extracting(Given::seated)
                .containsExactly(10, 0);
    }

    @Test
    void never_more_places_than_there_are_and_no_place_is_lost_while_somebody_waits() {
        var random = new Random(20270501);
        for (int round = 0; round < 500; round++) {
            int places = 1 + random.nextInt(30);
            var cohort = cohort(places, random.nextInt(places + 1));
            var asked = new ArrayList<AskedPlaces>();
            for (int i = 0; i < random.nextInt(12); i++) {
                asked.add(ask(
                        i, "X" + (char) ('A' + i), 1 + random.nextInt(9), random.nextBoolean(), random.nextInt(60)));
            }
            var before = PlacesOfCohort.of(cohort, asked, BEFORE);
            var after = PlacesOfCohort.of(cohort, asked, RELEASED.plusDays(90));

            int seated = after.stream().mapToInt(Given::seated).sum();
            int waiting = after.stream().mapToInt(Given::waiting).sum();
            assertThat(seated).as("seed 20270501, round %d", round).isLessThanOrEqualTo(places);
            assertThat(waiting == 0 || seated == places).isTrue();
            // Nobody loses a place by the release.
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i).seated())
                        .isGreaterThanOrEqualTo(before.get(i).seated());
            }
        }
    }

    @Test
    void what_was_typed_is_right_or_told_field_by_field() {
        assertThat(CourseForm.EMPTY.problems().all()).hasSizeGreaterThan(7);
        for (var wrong : Arrays.asList("0", "501", "many")) {
            assertThat(CourseForm.of(java.util.Map.of("places", wrong))
                            .problems()
                            .at("places"))
                    .as(wrong)
                    .isPresent();
        }
    }

    private static AskedPlaces ask(long id, String state, int persons, boolean kept, int minutes) {
        return new AskedPlaces(
                id, state, persons, kept, Instant.parse("2027-03-01T10:00:00Z").plusSeconds(60L * minutes));
    }

    private static Cohort cohort(int places, int reserved) {
        return new Cohort(
                "2027-C1",
                "First responders",
                "",
                "train-le",
                "en",
                LocalDate.of(2027, 6, 1),
                LocalDate.of(2027, 6, 12),
                places,
                reserved,
                RELEASED);
    }
}
