package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.Mark;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.junit.jupiter.api.Test;

/** Edition 2 of the Budapest Convention holds its own offences, grounds and assistance. */
class BudapestEditionTest {

    private static final String EDITION = "budapest/2";

    private final Convention convention = PracticeLaw.held();

    @Test
    void its_own_offences_are_those_of_articles_2_to_11() {
        assertThat(convention.offences(EDITION))
                .extracting(Offence::article)
                .containsExactly("2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        assertThat(convention.offences(EDITION))
                .allSatisfy(it -> assertThat(it.elements())
                        .extracting(Offence.Element::kind)
                        .contains(Offence.Kind.CONDUCT, Offence.Kind.MENTAL));
        assertThat(convention.offences("budapest/1")).isEmpty();
    }

    @Test
    void preservation_has_six_letters_a_closed_list_and_no_rule_on_extension() {
        var law = convention.law("preservation", EDITION).orElseThrow();
        assertThat(law.fields().stream().map(ProcedureLaw.Field::letter).collect(Collectors.joining()))
                .isEqualTo("abcdef");
        assertThat(law.closedBy()).isEqualTo("29(5)");
        assertThat(law.duty("extension")).isEmpty();
        assertThat(law.duty("emergency")).isEmpty();
        assertThat(law.scopes()).isEmpty();
        assertThat(law.field("confidentiality").orElseThrow().ref()).isEqualTo("27(8)");
        assertThat(law.duty("path").orElseThrow().ref()).isEqualTo("30(1)");
    }

    @Test
    void assistance_rests_on_article_31_and_what_is_our_practice_cites_nothing() {
        var law = convention.law("assistance", EDITION).orElseThrow();
        assertThat(law.article()).isEqualTo("31");
        assertThat(law.grounds())
                .extracting(ProcedureLaw.Ground::ref)
                .containsExactly("27(4)(a)", "27(4)(b)", "25(4)", "25(5)");
        assertThat(law.postponements()).extracting(ProcedureLaw.Ground::ref).containsExactly("27(5)");
        assertThat(law.fields().stream().filter(law::practice))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.ref() + it.letter()).isEmpty();
                    assertThat(it.mark()).isEqualTo(Mark.FORM);
                })
                .extracting(ProcedureLaw.Field::name)
                .contains("facts", "deadline", "hearing")
                .doesNotContain("authority", "data", "purposes");
        assertThat(law.fields())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.letter()).isEmpty());
    }

    @Test
    void the_day_of_entry_into_force_alone_is_recalled() {
        assertThat(convention.articles(EDITION))
                .filteredOn(it -> it.mark() == Mark.RECALLED)
                .extracting(it -> it.number())
                .containsExactly("36");
    }
}
