package org.comity.capacity.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"0202-03-01", "1800-01-01", "2201-01-01", "soon"})
    void a_year_that_cannot_be_right_is_told_at_each_day(String day) {
        var form = new CourseForm(Map.of("begins", day, "ends", day, "releasedOn", day));

        assertThat(form.problems().at("begins")).isPresent();
        assertThat(form.problems().at("ends")).isPresent();
        assertThat(form.problems().at("releasedOn")).isPresent();
    }
}
