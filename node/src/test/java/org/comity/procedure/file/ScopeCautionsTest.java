package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;

/** On which crime a request rests is pointed out where it is left open, and is no reason to refuse it. */
class ScopeCautionsTest {

    private final Convention convention = PracticeLaw.held();

    @Test
    void what_is_left_open_is_pointed_out_with_its_paragraph() {
        points("uncc/2", Map.of(), "no-scope 35(2)");
        points("uncc/2", Map.of("scope", "evidence-of-offence"), "no-offence 35(1)(b)");
        points("uncc/2", Map.of("scope", "evidence-of-offence", "offences", List.of("7")));
        points("uncc/2", Map.of("scope", "evidence-of-serious-crime"), "penalty-below 35(1)(c)");
        points("uncc/2", Map.of("scope", "evidence-of-serious-crime", "penaltyMonths", 47), "penalty-below 35(1)(c)");
        points("uncc/2", Map.of("scope", "evidence-of-serious-crime", "penaltyMonths", 48));
    }

    @Test
    void an_instrument_that_makes_no_difference_points_out_nothing() {
        points("uncc/1", Map.of());
        points("budapest/2", Map.of());
        points("other/1", Map.of());
    }

    @Test
    void a_serious_crime_is_punishable_by_four_years_whatever_is_asked() {
        var law = convention.law("assistance", "uncc/2").orElseThrow();

        points(law, Map.of("scope", "evidence-of-serious-crime", "penaltyMonths", 47), "penalty-below 35(1)(c)");
        points(law, Map.of("scope", "evidence-of-serious-crime", "penaltyMonths", 48));
    }

    private void points(String edition, Map<String, Object> body, String... expected) {
        points(convention.law("preservation", edition).orElseThrow(), body, expected);
    }

    private static void points(ProcedureLaw law, Map<String, Object> body, String... expected) {
        assertThat(new ScopeCautions(law, "scope").of(new BodyFields(body)))
                .extracting(it -> it.message().replace("acts.caution.", "") + " " + it.ref())
                .containsExactly(expected);
    }
}
