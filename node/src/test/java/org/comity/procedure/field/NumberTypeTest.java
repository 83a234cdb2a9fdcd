package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class NumberTypeTest {

    private static final FieldType NUMBER = FieldTypes.of("number").orElseThrow();
    private static final FiledField UNITS =
            new FiledField("units", NUMBER, Need.NO, null, List.of(), false, List.of(), 1, 10_000);

    /** What cannot be stays as it was typed, and whoever typed it learns what can. */
    @ParameterizedTest
    @CsvSource({"1, true", "10000, true", "0, false", "10001, false", "99999999999, false", "ten, false"})
    void a_number_is_read_within_its_bounds_and_told_with_them(String typed, boolean right) {
        var form = new LinkedMultiValueMap<String, String>(Map.of("units", List.of(typed)));

        var body = NUMBER.take(UNITS, form, Map.of());

        assertThat(String.valueOf(body.get("units"))).isEqualTo(typed);
        assertThat(NUMBER.wrong(UNITS, new BodyFields(body)))
                .extracting(FieldType.Missing::facts)
                .isEqualTo(right ? List.of() : List.of(Map.of("least", "1", "most", "10000", "line", "0")));
    }
}
