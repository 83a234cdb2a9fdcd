package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.comity.convention.LawInconsistent;
import org.comity.convention.reading.LawNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With what of a domestic order a request begins; a part that its field cannot say stops the start. */
class ReadingServesTest {

    private static final ProcedureFile FILE =
            PracticeFiles.file(PracticeFiles.toProviders().getFirst());

    @Test
    void each_part_begins_the_field_that_the_file_names() {
        assertThat(read("{number: number, mayTell: may-tell}"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("number", "number", "mayTell", "may-tell"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{nothing: number}",
                "{number: reasons}",
                "{number: until}",
                "{kinds: may-tell}",
                "{data: may-tell}"
            })
    void what_cannot_be_said_so_stops_the_start(String serves) {
        assertThatThrownBy(() -> read(serves))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("order/1/procedure.yaml:1");
    }

    private static Map<String, String> read(String serves) {
        return FiledServing.read(LawNode.read("order/1/procedure.yaml", serves), FILE.fields(FILE.opening()));
    }

    @Test
    void what_is_answered_is_read_where_the_file_names_it() {
        assertThat(answered("report-preserved", "identifiers", "kept", "until", "cannot", "not-ours"))
                .isEqualTo(FILE.answered());
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, identifiers, kept, until, cannot, not-ours",
        "report-preserved, nothing, kept, until, cannot, not-ours",
        "report-preserved, identifiers, gone, until, cannot, not-ours",
        "report-preserved, identifiers, kept, nothing, cannot, not-ours",
        "report-preserved, identifiers, kept, until, nothing, not-ours",
        "report-preserved, identifiers, kept, until, cannot, nothing"
    })
    void an_answer_that_stands_nowhere_stops_the_start(
            String act, String rows, String option, String until, String none, String other) {
        assertThatThrownBy(() -> answered(act, rows, option, until, none, other))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("order/1/procedure.yaml:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{nothing: {preserve: [traffic]}}",
                "{number: {preserve: [traffic]}}",
                "{kinds: {nothing: [traffic]}}",
                "{kinds: {preserve: [money]}}",
                "{kinds: {preserve: [traffic]}, mayTell: {may: [traffic]}}"
            })
    void what_is_kept_is_asked_by_options_of_one_choice(String asks) {
        assertThatThrownBy(() ->
                        KeptDataAsked.read(LawNode.read("order/1/procedure.yaml", asks), FILE.fields(FILE.opening())))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("order/1/procedure.yaml:1");
    }

    private static FiledAnswers answered(
            String act, String rows, String option, String until, String none, String other) {
        var says = "{answer: {%s: kept, in-part: part, not-held: none}}".formatted(option);
        var read =
                "{act: %s, rows: %s, says: %s, until: %s, note: note, since: preservedAt, reference: providerReference, none: %s, elsewhere: {why: %s}, settles: {field: rest, by: kinds, option: to-come, words: [subscriber, traffic, content, collect-traffic, collect-content], until: [narrow, give, deliver]}, deleted: deleted}";
        return FiledAnswers.read(
                LawNode.read("order/1/procedure.yaml", read.formatted(act, rows, says, until, none, other)),
                FILE.fields(FILE.opening()),
                FILE.acts());
    }
}
