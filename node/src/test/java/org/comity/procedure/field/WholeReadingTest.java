package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;

/** Of each field, what is said and would not be shown is found. */
class WholeReadingTest {

    @Test
    void a_fact_is_said_in_the_envelope_of_a_later_act_alone() {
        var fact = field("part", "choice", true);
        assertThat(unread(fact, Map.of("part", "whole"), false)).isEqualTo("part");
        assertThat(unread(fact, Map.of("part", ""), false)).isEmpty();
        assertThat(unread(fact, Map.of("part", "whole"), true)).isEmpty();
    }

    @Test
    void a_number_is_a_whole_one_and_no_text() {
        var offence = field("offence", "offence", false);
        assertThat(unread(offence, Map.of("penaltyMonths", "12"), true)).isEqualTo("penaltyMonths");
        assertThat(unread(offence, Map.of("penaltyMonths", new BigDecimal("12.5")), true))
                .isEqualTo("penaltyMonths");
        assertThat(unread(offence, Map.of("penaltyMonths", 12L, "offences", List.of("7")), true))
                .isEmpty();
        assertThat(unread(offence, Map.of("offences", List.of("7", 8)), true)).isEqualTo("offences");
    }

    @Test
    void a_list_holds_what_its_type_reads() {
        assertThat(unread(field("lines", "lines", false), Map.of("lines", List.of("a", 1)), true))
                .isEqualTo("lines");
        assertThat(unread(field("lines", "lines", false), Map.of("lines", "a"), true))
                .isEqualTo("lines");
        assertThat(unread(field("which", "choices", false), Map.of("which", List.of("whole")), false))
                .isEmpty();
    }

    private static String unread(FiledField field, Map<String, Object> body, boolean opens) {
        return new WholeReading(field).unread(new BodyFields(body), opens).orElse("");
    }

    private static FiledField field(String key, String type, boolean fact) {
        var options = List.of("whole", "partial");
        var known = FieldTypes.of(type).orElseThrow();
        return new FiledField(key, known, ActField.Need.NO, null, options, fact, List.of(), 0, 0);
    }
}
