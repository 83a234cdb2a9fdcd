package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.capacity.activities.SharedActivityTest.both;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.capacity.iati.IatiFacts;
import org.junit.jupiter.api.Test;

/** Help that may be the same is found by State, article or purpose, and days; nothing else is. */
class SameHelpTest {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);

    @Test
    void the_same_state_an_article_and_days_in_common_are_shown() {
        var brought = brought(Set.of("XM"), Set.of("28"), Set.of(), JUNE, null);

        assertThat(SameHelp.of(both(List.of(), List.of()), List.of(), List.of(brought)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo("XM-OTHER-1");
                    assertThat(it.address()).isNull();
                });
        assertThat(SameHelp.of(brought, List.of(both(List.of(), List.of()))))
                .extracting(SameHelp.Similar::address)
                .containsExactly("/activities/A-1");
    }

    @Test
    void a_purpose_in_common_counts_where_no_article_is_named() {
        assertThat(found(brought(Set.of("XM"), Set.of(), Set.of("15132"), MARCH, JUNE)))
                .isTrue();
    }

    @Test
    void another_state_another_subject_and_other_days_are_not_the_same() {
        assertThat(found(brought(Set.of("XE"), Set.of("28"), Set.of(), MARCH, JUNE)))
                .isFalse();
        assertThat(found(brought(Set.of("XM"), Set.of("53"), Set.of("11110"), MARCH, JUNE)))
                .isFalse();
        assertThat(found(brought(Set.of("XM"), Set.of("28"), Set.of(), JUNE.plusDays(1), null)))
                .isFalse();
        assertThat(found(brought(Set.of("XM"), Set.of("28"), Set.of(), null, MARCH.minusDays(1))))
                .isFalse();
    }

    private static boolean found(BroughtActivity brought) {
        return !SameHelp.of(both(List.of(), List.of()), List.of(), List.of(brought))
                .isEmpty();
    }

    private static BroughtActivity brought(
            Set<String> states,
            Set<String> articles,
            Set<String> purposes,
            @org.jspecify.annotations.Nullable LocalDate begins,
            @org.jspecify.annotations.Nullable LocalDate ends) {
        return new BroughtActivity(
                "XM-OTHER-1", 1, new IatiFacts("A", states, articles, purposes, begins, ends), List.of());
    }
}
