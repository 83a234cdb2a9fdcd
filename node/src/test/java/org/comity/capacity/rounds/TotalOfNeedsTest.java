package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Optional;
import org.comity.capacity.WaitingNeeds.Total;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** The public reads how many needs wait in all, and only where that points to no State. */
class TotalOfNeedsTest {

    @Test
    void the_shelf_has_the_total_where_there_is_one_and_no_table_else() {
        var words = WordsForTests.load();
        var counted = new NeedsShelf(mock(), () -> Optional.of(new Total(37, 14)), () -> true, words);
        assertThat(counted.tables("en")).singleElement().satisfies(it -> {
            assertThat(it.rows()).containsExactly(List.of("37", "14"));
            assertThat(it.columns()).hasSize(2);
        });
        assertThat(new NeedsShelf(mock(), Optional::empty, () -> true, words).tables("en"))
                .isEmpty();
        assertThat(new NeedsShelf(mock(), () -> Optional.of(new Total(37, 14)), () -> false, words).tables("en"))
                .as("a board does not show all that waits")
                .isEmpty();
    }
}
