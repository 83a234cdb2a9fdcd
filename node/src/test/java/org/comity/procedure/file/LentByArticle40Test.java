package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What article 40 lends to other procedures, and what it does not. */
class LentByArticle40Test {

    private static final Convention LAW = PracticeLaw.held();
    private static final String EDITION = "uncc/2";

    @ParameterizedTest
    @CsvSource({
        "disposal, use confidentiality safe-conduct return oversight",
        "freezing, return",
        "confiscation, return",
        "interception, return",
        "disclosure, return safe-conduct",
        "spontaneous, return safe-conduct",
        "extradition, use confidentiality safe-conduct oversight",
        "sentenced, use confidentiality safe-conduct return oversight",
        "proceedings, use confidentiality safe-conduct return oversight"
    })
    void an_assurance_rests_on_no_paragraph_that_does_not_govern(String procedure, String kinds) {
        for (var kind : kinds.split(" ")) {
            assertThat(LAW.assurance(procedure, EDITION, kind)).as(kind).isEmpty();
        }
        assertThat(LAW.assurance("freezing", EDITION, "use")).isEqualTo("40(19)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"freezing", "confiscation", "interception"})
    void a_request_under_its_rules_can_wish_a_procedure_and_a_day_and_a_day_counts_with_its_reasons(String procedure) {
        var file = PracticeFiles.file(procedure + "/1");

        assertThat(law(procedure).field("formalities").orElseThrow().ref()).isEqualTo("40(15)(d)");
        assertThat(cautions(file, Map.of("answerBy", "2099-04-02T23:59:59Z")))
                .containsExactly(new Pointed(procedure + ".caution.deadline-without-reasons", "40(26)"));
        assertThat(cautions(file, Map.of("answerBy", "2099-04-02T23:59:59Z", "deadlineReasons", "The trial begins.")))
                .isEmpty();
        assertThat(cautions(file, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assistance", "freezing", "confiscation", "interception"})
    void what_is_asked_orally_is_urgent_and_agreed(String procedure) {
        var written = beside(procedure, "request", Map.of()).stream()
                .filter(it -> it.key().equals("written"))
                .findFirst();

        assertThat(written.orElseThrow().ref()).isEqualTo("40(13)");
        assertThat(written.orElseThrow().text().in("en")).contains("urgent", "agree", "confirmed in writing");
    }

    @Test
    void records_of_government_are_read_of_where_they_are_asked_for_and_may_be_refused() {
        for (var act : List.of("accept", "refuse")) {
            assertThat(beside("assistance", act, Map.of("purposes", List.of("records"))))
                    .extracting(Provision::ref)
                    .contains("40(31)(a)", "40(31)(b)");
        }
        assertThat(beside("assistance", "refuse", Map.of("purposes", List.of("statements"))))
                .extracting(Provision::ref)
                .doesNotContain("40(31)(a)");
    }

    /** Article 41(1): for a specific case, or for electronic evidence on an offence, which needs none. */
    @Test
    void an_emergency_may_name_its_case_and_may_serve_evidence_alone() {
        var file = PracticeFiles.file("emergency-data/1");

        assertThat(List.of("request", "confirm"))
                .allSatisfy(act -> assertThat(
                                file.field(act, "proceeding").orElseThrow().need())
                        .isNotEqualTo(ActField.Need.ALWAYS));
        assertThat(law("emergency-data")
                        .ground("no-specific-case")
                        .orElseThrow()
                        .ref())
                .isEqualTo("41(1)");
    }

    /** Article 52(2): priority is considered before return is refused, too. */
    @Test
    void who_does_not_return_says_how_it_was_considered() {
        for (var act : List.of("refuse", "dispose")) {
            assertThat(PracticeFiles.file("disposal/1")
                            .field(act, "consider")
                            .orElseThrow()
                            .need())
                    .isEqualTo(ActField.Need.ALWAYS);
            assertThat(beside("disposal", act, Map.of()))
                    .extracting(Provision::ref)
                    .contains("52(2)");
        }
    }

    @Test
    void who_keeps_information_that_nobody_asked_for_reads_its_duty_when_limits_change() {
        assertThat(beside("spontaneous", "change-limits", Map.of()))
                .extracting(Provision::ref)
                .contains("40(5)");
        assertThat(beside("preservation", "expire", Map.of()))
                .extracting(Provision::ref)
                .contains("42(8)");
        assertThat(beside("freezing", "expire", Map.of()))
                .extracting(Provision::ref)
                .contains("50(8)");
    }

    private static List<Pointed> cautions(ProcedureFile file, Map<String, Object> body) {
        return FiledCaution.of(file, "request", new BodyFields(body), law(file.law()))
                .toList();
    }

    private static List<Provision> beside(String procedure, String type, Map<String, Object> opening) {
        return new SaidByLaw(PracticeFiles.file(procedure + "/1"), LAW).of(type, EDITION, new BodyFields(opening));
    }

    private static ProcedureLaw law(String procedure) {
        return LAW.law(procedure, EDITION).orElseThrow();
    }
}
