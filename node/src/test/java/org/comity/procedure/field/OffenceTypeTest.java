package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;

/** An offence says something once an article or words of it stand there; its penalty alone says nothing. */
class OffenceTypeTest {

    private static final FiledField OFFENCE =
            new FiledField("offence", new OffenceType(), Need.WRITING, null, List.of(), false, List.of(), 0, 0);

    @Test
    void an_untouched_offence_says_nothing() {
        assertThat(says(Map.of())).isFalse();
        assertThat(says(Map.of("penaltyMonths", 60))).isFalse();
        assertThat(says(Map.of("offences", List.of("7")))).isTrue();
        assertThat(says(Map.of("offence", "Fraud, section 214"))).isTrue();
    }

    private static boolean says(Map<String, Object> given) {
        var clean = new LinkedHashMap<String, Object>();
        OFFENCE.type().clean(OFFENCE, new BodyFields(given), clean);
        return OFFENCE.says(new BodyFields(clean), Map.of());
    }
}
