package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.convention.Convention;
import org.comity.convention.Mark;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edition 2 of the Convention says what the document says where edition 1, from memory, did not. */
class ReadInTheDocumentTest {

    private static final String EDITION = "uncc/2";

    private final Convention convention = PracticeLaw.held();

    @Test
    void every_paragraph_was_read_in_the_document_and_nothing_claims_to_be_certified() {
        var instrument = convention.instrument(EDITION).orElseThrow();
        assertThat(instrument.read()).isNotNull();
        assertThat(instrument.read().in("en"))
                .isEqualTo("Read in the United Nations document A/RES/79/243, English")
                .doesNotContain("certified");
        assertThat(instrument.documents())
                .singleElement()
                .satisfies(it -> assertThat(it.sha256()).startsWith("9bfdcfd8"));
        assertThat(convention.articles(EDITION)).hasSize(68).allSatisfy(article -> {
            assertThat(article.mark()).isEqualTo(Mark.CONFIRMED);
            assertThat(article.source()).isEqualTo(instrument.read());
            assertThat(article.paragraphs()).allSatisfy(it -> {
                assertThat(it.mark()).isEqualTo(Mark.CONFIRMED);
                assertThat(it.model()).isNull();
                assertThat(it.text().in("en")).doesNotContainPattern("\\p{IsArabic}");
                assertThat(it.text().in("ar")).containsPattern("\\p{IsArabic}");
            });
        });
        assertThat(convention.newest("uncc")).contains(instrument);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2(h)      | or by a more serious penalty
            3(b)      | for criminal investigations or proceedings
            6(2)      | international human rights law
            16(2)     | photograph or video
            16(3)     | nor exploitation
            17(2)(c)  | had they been committed there
            22(5)     | consult, as appropriate
            23(1)     | specific criminal investigations
            24(4)     | help another State
            25(1)     | subscriber information included
            34(6)     | remove or make inaccessible
            36(3)     | third country
            40(1)     | serious crimes
            40(7)     | strongly encouraged
            40(8)     | other provisions of this Convention
            40(12)(a) | power to receive
            40(12)(b) | ensures
            40(12)(d) | INTERPOL if possible
            40(14)    | Unless their laws prohibit it
            40(18)    | witness, victim or expert
            40(26)    | preferably in the request
            40(29)    | or other person
            41(1)     | specific criminal investigations
            41(1)     | serious crime
            42(1)     | under article 25
            43(1)     | another State Party
            45(3)(f)  | why it is that long
            50(8)     | is heard
            65(1)     | beside those of its member States
            """)
    void what_edition_1_lost_stands_here(String ref, String words) {
        assertThat(convention.paragraph(EDITION, ref).orElseThrow().text().in("en"))
                .contains(words);
        assertThat(convention
                        .paragraph("uncc/1", ref)
                        .map(it -> it.text().in("en"))
                        .orElse(""))
                .doesNotContain(words);
    }

    @Test
    void requests_go_to_the_central_authority_and_who_sends_is_left_to_the_state() {
        var channel = law("assistance").duty("channel").orElseThrow();
        assertThat(channel.ref()).isEqualTo("40(12)(d)");
        assertThat(channel.text().in("en"))
                .contains(
                        "to the central authority that the other State named",
                        "INTERPOL",
                        "Who sends it is for the law");
        assertThat(law("assistance").duty("pass-on").orElseThrow().text().in("en"))
                .contains("ensures");
        assertThat(law("assistance").duty("electronic").orElseThrow().text().in("en"))
                .startsWith("Unless the law prohibits it");
        assertThat(law("assistance").duty("other-treaty").orElseThrow().ref()).isEqualTo("40(7)");
    }

    @Test
    void a_person_s_position_is_a_ground_of_its_own_in_both_procedures() {
        for (var procedure : List.of("preservation", "assistance")) {
            var ground = law(procedure).ground("discrimination").orElseThrow();
            assertThat(ground.text().in("en")).contains("to prosecute or punish", "or that compliance would prejudice");
            assertThat(ground.text().in("ar")).contains("ملاحقة شخص أو معاقبته", "أو بأن الاستجابة تضر بوضعه");
        }
        assertThat(law("assistance")
                        .ground("otherwise-available")
                        .orElseThrow()
                        .text()
                        .in("en"))
                .endsWith("of the Convention");
        assertThat(law("assistance").ground("minor-matter").orElseThrow().text().in("en"))
                .contains("de minimis");
    }

    @Test
    void the_grounds_of_preservation_are_a_closed_list_and_those_of_assistance_are_not() {
        assertThat(law("preservation").closed()).isTrue();
        assertThat(law("preservation").closedBy()).isEqualTo("42(6)");
        assertThat(law("assistance").closed()).isFalse();
        assertThat(convention.law("preservation", "uncc/1").orElseThrow().closed())
                .isFalse();
    }

    @Test
    void a_preservation_says_on_which_crime_it_rests_but_is_not_refused_for_want_of_it() {
        var law = law("preservation");
        var scope = law.field("scope").orElseThrow();
        assertThat(scope.ref()).isEqualTo("35(2)");
        assertThat(scope.need()).isEqualTo(ProcedureLaw.Need.OPTIONAL);
        assertThat(law.scopes()).extracting(ProcedureLaw.Scope::ref).containsExactly("35(1)(b)", "35(1)(c)");
        assertThat(law.scope("evidence-of-serious-crime").orElseThrow().leastMonths())
                .isEqualTo(48);
    }

    @Test
    void a_domestic_order_and_another_state_party_s_provider_are_duties_of_preservation() {
        assertThat(law("preservation").duties())
                .extracting(it -> it.ref() + " " + it.key())
                .contains("25(2) order", "24(4) order-safeguards", "43(1) path", "42(7) warn");
        assertThat(law("preservation").duty("path").orElseThrow().text().in("en"))
                .contains("another State Party");
    }

    @Test
    void what_is_kept_by_consent_for_private_use_may_be_excluded() {
        assertThat(offence("14").variations())
                .extracting(it -> it.key() + " " + it.ref())
                .contains("self_generated_excluded 14(4)(a)", "consensual_private_excluded 14(4)(b)");
        assertThat(offence("14").elements()).anyMatch(it -> it.text().in("en").contains("broadcasting"));
        assertThat(offence("11").elements()).anyMatch(it -> it.text().in("en").contains("procuring for use"));
    }

    /** 35(1) speaks of every offence under the Convention, and participation is one. */
    @Test
    void participation_is_an_offence_and_attempt_and_preparation_may_be() {
        assertThat(offence("19").elements())
                .extracting(it -> it.kind() + " " + it.ref())
                .containsExactly("CONDUCT 19(1)", "MENTAL 19(1)");
        assertThat(offence("19").variations())
                .extracting(it -> it.key() + " " + it.ref())
                .containsExactly("attempt_included 19(2)", "preparation_included 19(3)");
    }

    private Offence offence(String article) {
        return convention.offences(EDITION).stream()
                .filter(it -> it.article().equals(article))
                .findFirst()
                .orElseThrow();
    }

    private ProcedureLaw law(String procedure) {
        return convention.law(procedure, EDITION).orElseThrow();
    }
}
