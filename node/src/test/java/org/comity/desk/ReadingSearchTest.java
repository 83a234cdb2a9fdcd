package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.casework.Search.Hit;
import org.comity.casework.Search.Kind;
import org.junit.jupiter.api.Test;

/** Requests are said to name one identifier only where they name what was typed. */
class ReadingSearchTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<String> LISTED = Set.of("a", "b", "c");

    @Test
    void requests_that_name_what_was_typed_are_counted_and_those_whose_identifier_begins_so_are_not() {
        var begins = List.of(hit("a", false), hit("b", false), hit("c", false));
        assertThat(ReadingSearch.same(begins, LISTED)).isZero();
        assertThat(ReadingSearch.same(List.of(hit("a", true), hit("b", false)), LISTED))
                .as("one alone")
                .isZero();
        assertThat(ReadingSearch.same(List.of(hit("a", true), hit("a", true), hit("b", true), hit("c", false)), LISTED))
                .isEqualTo(2);
        assertThat(ReadingSearch.same(List.of(hit("a", true), hit("gone", true)), LISTED))
                .as("no longer listed")
                .isZero();
    }

    private static Hit hit(String thread, boolean whole) {
        return new Hit(Kind.IDENTIFIER, thread, "act", "shop@mail.example", whole);
    }
}
