package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.comity.capacity.WaitingNeeds.Total;
import org.junit.jupiter.api.Test;

/** No figure on waiting needs points to a State. */
class CountingWaitingNeedsTest {

    @Test
    void needs_of_ten_states_are_counted_and_those_of_nine_are_not_however_many() {
        var nine = new ArrayList<String>();
        for (int i = 0; i < 45; i++) nine.add("X" + (char) ('A' + i % 9));
        assertThat(CountingWaitingNeeds.of(nine)).isEmpty();

        nine.add("XZ");
        assertThat(CountingWaitingNeeds.of(nine)).contains(new Total(46, 10));
        assertThat(CountingWaitingNeeds.of(List.of())).isEmpty();
    }
}
