package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.LawInconsistent;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.FieldChange;
import org.comity.proof.table.MoveTable;
import org.comity.proof.table.MoveTable.Node;
import org.comity.proof.table.MoveTable.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fact of a file is of the kind that its table reads: a word, an instant or an earlier act. */
class FactsOfFilesTest {

    private static final Instant NOW = Instant.parse("2027-04-02T10:00:00Z");
    private static final String PAST = "2027-04-02T09:00:00Z";
    private static final String LATER = "2027-04-02T11:00:00Z";
    private static final String ACT = "a".repeat(64);

    private static final String FILE = """
            procedure: notice/1
            opens: {act: give, by: requested}
            subject: text
            group: exchange
            acts:
              give:
                - {key: text, type: text}
              extend:
                - {key: until, type: moment, need: always, fact: true}
              lapse:
                - {key: until, type: end-reached, need: always, fact: true}
              thank:
                - {key: gift, type: act-quoted, need: always, fact: true, options: [give]}
            pages:
              first: [text]
            desk:
              order: [extend, thank, lapse]
              turn: {Given: requesting}
              ends: until
            """;

    @Test
    void a_file_fits_a_table_that_reads_instants_and_acts() {
        assertThatCode(() -> check(FILE)).doesNotThrowAnyException();
        assertThat(read(FILE).table().of("lapse")).as("nobody types it").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: moment | type: act-spoken-of, options: [give] | extend: moves.md reads the fact \"until\": add a moment",
                "act-quoted, need: always, fact: true, options: [give] | moment, need: always, fact: true | add an act-spoken-of",
                "options: [give] | options: [gave] | thank: gift: there are no acts [gave]",
                "key: gift, | key: then, | thank: the page posts \"then\" itself",
                "key: gift, | key: draft, | thank: the page posts \"draft\" itself",
                "ends: until | ends: end | no state of moves.md carries \"end\"",
            })
    void another_kind_of_fact_is_told_with_what_to_write(String right, String wrong, String told) {
        assertThatThrownBy(() -> check(FILE.replace(right, wrong)))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageStartingWith("notice/1/procedure.yaml")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moment, need: always, fact: true | moment, fact: true | 9: the fold needs every fact",
                "end-reached, need: always, fact: true | end-reached | 11: a field of type end-reached is a fact",
                "key: text, type: text | key: text, type: moment | 7: a field of type moment cannot stand in this act",
                "type: moment, need | type: text, need | 9: a field of type text cannot be a fact",
                "options: [give] | options: [] | needs its options, each once",
            })
    void what_is_wrong_is_told_with_its_line(String right, String wrong, String told) {
        assertThatThrownBy(() -> read(FILE.replace(right, wrong)))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining(told.replaceFirst("^[0-9]+: ", ""))
                .matches(it -> !told.matches("^[0-9]+: .*")
                        || it.getMessage().contains("yaml:" + told.substring(0, told.indexOf(':')) + ":"));
    }

    @Test
    void an_end_can_be_named_once_it_has_come_and_an_act_that_the_state_names_at_any_time() {
        var state = Map.<String, Object>of(
                "name", "Given", "until", LATER, "resume", Map.of("until", PAST), "open", List.of(Map.of("act", ACT)));
        var sayable = new SayableFacts(state, NOW);

        assertThat(sayable.of(new FactRule.AnInstant())).contains(PAST).doesNotContain(LATER);
        assertThat(sayable.of(new FactRule.AnInstant())).as("and a far day").hasSize(2);
        assertThat(sayable.of(new FactRule.AnAct())).contains(ACT).hasSize(2);
        assertThat(sayable.of(new FactRule.OneOf(Set.of("part")))).containsExactly("part");
    }

    private static void check(String text) {
        new CheckingProcedureFile(read(text), table()).check();
    }

    private static MoveTable table() {
        var given = new Node.Moves(
                Map.of("name", new FieldChange.Constant("Given"), "until", new FieldChange.Constant(LATER)));
        var instant = Map.<String, FactRule>of("until", new FactRule.AnInstant());
        return new MoveTable(
                "notice/1",
                "give",
                Set.of(),
                Map.of(
                        "give", new Step(Set.of("requested"), Map.of(), given),
                        "extend", new Step(Set.of("requested"), instant, given),
                        "lapse", new Step(Set.of("requested"), instant, given),
                        "thank", new Step(Set.of("requesting"), Map.of("gift", new FactRule.AnAct()), given)));
    }

    private static ProcedureFile read(String text) {
        return ReadingProcedureFile.read("acts: {}", "notice/1/procedure.yaml", text, null);
    }
}
