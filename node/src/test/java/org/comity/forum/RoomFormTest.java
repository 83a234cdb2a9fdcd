package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomFormTest {

    @ParameterizedTest
    @CsvSource({"2027-03-02, false", "2027-03-01, true", "2999-01-01, true", "soon, true"})
    void a_room_is_deleted_on_a_day_that_comes(String day, boolean told) {
        var form = RoomForm.of(Map.of("deletedOn", day));

        assertThat(form.problems(LocalDate.parse("2027-03-01")).at("deletedOn").isPresent())
                .isEqualTo(told);
    }
}
