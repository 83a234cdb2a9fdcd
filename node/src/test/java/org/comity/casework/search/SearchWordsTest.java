package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.comity.vocabulary.AddressRange;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void signs_at_the_edges_of_a_word_are_no_part_of_it() {
        assertThat(SearchWords.of("(Ferro), +49-30! \u00bb\u0664\u0662% \ud835\udc00? ... ++a+"))
                .containsExactly("ferro", "+49-30", "49-30", "30", "\u0664\u0662", "a", "++a");
    }

    /** Each sign of a run was tried to the end of the run. */
    @Test
    void a_long_run_of_signs_is_read_once() {
        var text = "a" + "!".repeat(500_000) + "a";
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(SearchWords.of(text)).hasSize(1).allMatch(it -> it.startsWith("a!")));
        var dots = "a" + ".".repeat(500_000) + "a";
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(Stream.concat(AddressRange.in(dots), AddressRange.in("../10.0.0.7./")))
                        .containsExactly("10.0.0.7"));
    }
}
