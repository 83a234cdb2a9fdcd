package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;

/** That a life is at risk is one's own word, but for a request that is for nothing else. */
class EmergencyTypeTest {

    private final EmergencyType type = new EmergencyType();

    @Test
    void a_request_that_is_for_emergencies_alone_begins_as_one_and_cannot_be_another() {
        var alone = field(Need.ALWAYS);

        assertThat(cleaned(alone, Map.of())).containsEntry("emergency", true);
        assertThat(type.wrong(alone, new BodyFields(Map.of("emergencyReason", "A child is missing."))))
                .extracting(Missing::field)
                .containsExactly("emergency");
        assertThat(type.wrong(alone, new BodyFields(Map.of("emergency", true))))
                .extracting(Missing::field)
                .containsExactly("emergencyReason");
        assertThat(type.wrong(
                        alone, new BodyFields(Map.of("emergency", true, "emergencyReason", "A child is missing."))))
                .isEmpty();
    }

    @Test
    void any_other_request_is_one_only_where_it_says_so() {
        var also = field(Need.NO);

        assertThat(cleaned(also, Map.of())).containsEntry("emergency", false);
        assertThat(type.wrong(also, new BodyFields(Map.of()))).isEmpty();
    }

    private Map<String, Object> cleaned(FiledField field, Map<String, Object> given) {
        var body = new HashMap<String, Object>();
        type.clean(field, new BodyFields(given), body);
        return body;
    }

    private FiledField field(Need need) {
        return new FiledField("emergency", type, need, null, List.of(), false, List.of(), 0, 0);
    }
}
