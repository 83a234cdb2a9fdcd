package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldBroken;
import org.comity.procedure.form.FieldRules;
import org.junit.jupiter.api.Test;

/** The bounds that a field's schema names are asked of every act, and what a program gives is cut to them. */
class FieldBoundsTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final Map<String, Object> MAIL = Map.of("kind", "mail", "value", "a@mail.example");

    @Test
    void at_most_fifty_lines() {
        assertThat(broken("lines", Map.of("field", Collections.nCopies(50, "a"))))
                .isEmpty();
        assertThat(broken("lines", Map.of("field", Collections.nCopies(51, "a"))))
                .isEqualTo("field");
        assertThat((List<?>) clean("lines", Map.of("field", Collections.nCopies(51, "a"))))
                .hasSize(50);
    }

    @Test
    void at_most_two_hundred_identifiers() {
        assertThat(broken("identifiers", Map.of("field", Collections.nCopies(200, MAIL))))
                .isEmpty();
        assertThat(broken("identifiers", Map.of("field", Collections.nCopies(201, MAIL))))
                .isEqualTo("field");
        assertThat((List<?>) clean("identifiers", Map.of("field", Collections.nCopies(201, MAIL))))
                .hasSize(200);
    }

    @Test
    void no_penalty_below_none_and_none_that_a_page_would_refuse() {
        assertThat(broken("offence", Map.of("penaltyMonths", 0))).isEmpty();
        assertThat(broken("offence", Map.of("penaltyMonths", -1))).isEqualTo("penaltyMonths");
        assertThat(broken("offence", Map.of("penaltyMonths", 9_999))).isEmpty();
        assertThat(broken("offence", Map.of("penaltyMonths", 10_000))).isEqualTo("penaltyMonths");
    }

    @Test
    void a_text_in_a_list_is_no_longer_than_any_other() {
        var rules = new FieldRules("inquiry");
        assertThatCode(() -> rules.notTooLong(Map.of("lines", List.of("a".repeat(8000)))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.notTooLong(Map.of("lines", List.of("a", "a".repeat(8001)))))
                .satisfies(it -> assertThat(it.code()).isEqualTo("inquiry.too-long"));
    }

    private static String broken(String type, Map<String, Object> body) {
        var law = LAW.laws().getFirst();
        var field = field(type);
        return field.type().broken(field, new BodyFields(body), law, LAW).orElse("");
    }

    private static Object clean(String type, Map<String, Object> given) {
        var body = new HashMap<String, Object>();
        var field = field(type);
        field.type().clean(field, new BodyFields(given), body);
        return body.get("field");
    }

    private static FiledField field(String type) {
        var known = FieldTypes.of(type).orElseThrow();
        return new FiledField("field", known, ActField.Need.NO, null, List.of(), false, List.of(), 0, 0);
    }
}
