package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What article 40 says of every request for legal assistance holds where another article makes one of it. */
class LegalAssistanceRulesTest {

    private final Convention convention = PracticeLaw.held();

    /** 40(3)(e) and (f) make both measures legal assistance. */
    @Test
    void interception_states_the_proceeding_and_the_purpose_of_40_15() {
        var law = law("interception", "uncc/2");
        assertThat(law.field("proceeding").orElseThrow()).satisfies(it -> {
            assertThat(it.ref()).isEqualTo("40(15)(b)");
            assertThat(it.need()).isEqualTo(Need.MANDATORY);
        });
        assertThat(law.field("purpose").orElseThrow()).satisfies(it -> {
            assertThat(it.ref()).isEqualTo("40(15)(g)");
            assertThat(it.need()).isEqualTo(Need.MANDATORY);
        });
    }

    @ParameterizedTest
    @CsvSource({"interception, uncc/2", "interception, budapest/2", "freezing, uncc/2", "confiscation, uncc/2"})
    void who_puts_it_off_consults_before_too(String procedure, String edition) {
        assertThat(law(procedure, edition).duty("consult").orElseThrow().text().in("en"))
                .contains("postponing");
    }

    /** So that the page on both States' law is offered wherever a request can be refused for it. */
    @Test
    void each_ground_of_dual_criminality_turns_on_the_offences_of_both_states() {
        assertThat(convention.laws().stream()
                        .filter(it -> it.edition().matches("uncc/2|budapest/2"))
                        .flatMap(it -> it.grounds().stream())
                        .filter(it -> it.code().equals("dual-criminality")))
                .hasSizeGreaterThan(5)
                .allMatch(ProcedureLaw.Ground::offences);
    }

    private ProcedureLaw law(String procedure, String edition) {
        return convention.law(procedure, edition).orElseThrow();
    }
}
