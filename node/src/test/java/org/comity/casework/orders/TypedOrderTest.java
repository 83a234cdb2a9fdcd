package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedOrderTest {

    @ParameterizedTest
    @CsvSource({"2027-03-02, false", "'', false", "0202-03-01, true", "2999-01-01, true", "soon, true"})
    void until_when_it_is_kept_is_a_day_that_can_be_right(String day, boolean told) {
        var order = TypedOrder.of(Map.of("keepUntil", day));

        assertThat(order.problems(TypedOrder.Decision.DRAFT).at("keepUntil").isPresent())
                .isEqualTo(told);
    }
}
