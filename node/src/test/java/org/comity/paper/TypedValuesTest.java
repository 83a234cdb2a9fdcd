package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.procedure.ActForms.Field;
import org.comity.procedure.ActForms.Kind;
import org.junit.jupiter.api.Test;

/** What somebody typed is said again as it was typed. */
class TypedValuesTest {

    @Test
    void a_letter_in_a_text_stays_a_letter_and_in_a_zone_it_is_the_clock() {
        var typed = TypedValues.of(Map.of(
                "text", List.of("Z"),
                "at.date", List.of("2027-04-02"),
                "at.time", List.of("10:00"),
                "at.zone", List.of("Z")));

        assertThat(typed.said(new Field("text", Kind.TEXT, false, "Text", List.of())))
                .isEqualTo("Z");
        assertThat(typed.said(new Field("at", Kind.INSTANT, false, "When", List.of())))
                .isEqualTo("2027-04-02 10:00 UTC");
    }
}
