package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.FieldType.Missing;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;

/** A day that ends something does not lie before the one that begins it, on a page as in an act that arrives. */
class DayTypeTest {

    private final DayType type = new DayType();

    @Test
    void a_day_before_the_one_that_it_follows_is_wrong() {
        var until = field("from");

        assertThat(type.wrong(until, days("2027-05-10", "2027-05-09")))
                .extracting(Missing::field, Missing::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("until", "not-before"));
        assertThat(broken(until, "2027-05-10", "2027-05-09")).isTrue();
        assertThat(broken(until, "2027-05-10", "2027-05-10"))
                .as("the same day is none before it")
                .isFalse();
        assertThat(broken(until, "2027-05-10", "2027-06-01")).isFalse();
    }

    @Test
    void without_one_of_the_two_there_is_nothing_to_compare() {
        assertThat(broken(field("from"), "", "2027-05-09")).isFalse();
        assertThat(broken(field("from"), "2027-05-10", "")).isFalse();
        assertThat(broken(field(""), "2027-05-10", "2027-05-09")).isFalse();
        assertThat(broken(field("from"), "2027-05-10", "2027-02-30")).isTrue();
    }

    private boolean broken(FiledField field, String from, String until) {
        return type.broken(field, days(from, until), mock(ProcedureLaw.class), mock(Convention.class))
                .isPresent();
    }

    private static BodyFields days(String from, String until) {
        return new BodyFields(Map.of("from", from, "until", until));
    }

    private FiledField field(String notBefore) {
        return new FiledField(
                "until",
                type,
                Need.ALWAYS,
                null,
                List.of(),
                false,
                List.of(),
                0,
                0,
                false,
                false,
                "",
                notBefore,
                FiledField.Lying.ANYWHEN,
                FiledField.Marks.NONE);
    }
}
