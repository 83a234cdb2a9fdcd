package org.comity.proof.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rule T9: a table that leaves a question without a case for an answer that it can give is refused when it is read. */
class TableTotalityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A list of at most two deliveries, each received, then matched; the case [true] of a full list can be left out. */
    private static final String SMALL = """
            {"format":"comity-table/1","procedure":"small/1","opening":"open",
             "questions":{"name":{"asks":"is","field":"name"},
                          "open":{"asks":"count","field":"list","full":2},
                          "one":{"asks":"has","field":"list","fact":"about","mark":"received"}},
             "steps":{
              "open":{"by":["requesting"],"facts":{},"then":{"question":"name","cases":[
                {"of":[""],"then":{"to":{"name":{"is":"Open"},"list":{"is":[]}}}},
                {"of":["Open"],"then":{"without":"already-opened"}}]}},
              "give":{"by":["requested"],"facts":{},"then":{"question":"name","cases":[
                {"of":[""],"then":{"without":"not-opened"}},
                {"of":["Open"],"then":{"question":"open","cases":[
                  {"of":["none","some"],"then":{"to":{"list":{"adds":"received"}}}},
                  {"of":["full"],"then":{"without":"full"}}]}}]}},
              "take":{"by":["requesting"],"facts":{"about":"act"},"then":{"question":"name","cases":[
                {"of":[""],"then":{"without":"not-opened"}},
                {"of":["Open"],"then":{"question":"open","cases":[
                  {"of":["none"],"then":{"without":"nothing"}},
                  {"of":["some"],"then":{"question":"one","cases":[
                    {"of":["no"],"then":{"without":"no-such"}},
                    {"of":["false"],"then":{"to":{"list":{"marks":{"fact":"about","mark":"received"}}}}},
                    {"of":["true"],"then":{"to":{"list":{"removes":"about"}}}}]}},
                  {"of":["full"],"then":{"question":"one","cases":[
                    {"of":["no"],"then":{"without":"no-such"}},
                    {"of":["false"%s],"then":{"to":{"list":{"marks":{"fact":"about","mark":"received"}}}}}]}}]}}]}}}}
            """;

    static Stream<Path> shipped() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/org/comity/proof/table"))) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    /** {@link MoveTable#find} does not look: this does, of each table that comes with the program. */
    @ParameterizedTest
    @MethodSource("shipped")
    void the_tables_of_this_program_have_no_hole(Path table) throws IOException {
        var read = MoveTable.read(Files.readAllBytes(table));

        assertThat(MoveTable.find(read.procedure())).contains(read);
    }

    @Test
    void a_hole_that_only_a_full_list_shows_is_found_and_said() {
        assertThatThrownBy(() -> MoveTable.read(SMALL.formatted("").getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small/1")
                .hasMessageContaining("step take")
                .hasMessageContaining("no case [true]");
        assertThatCode(() -> MoveTable.read(SMALL.formatted(",\"true\"").getBytes(UTF_8)))
                .doesNotThrowAnyException();
    }

    /** What was found where fifty deliveries are unmatched: that the one named was received already was no case. */
    @ParameterizedTest
    @ValueSource(strings = {"received", "matched", "not-matched"})
    void the_hole_that_assistance_had_is_refused(String step) throws IOException {
        var json = json("assistance/1");
        int[] taken = {0};
        withoutCase((ObjectNode) json.get("steps").get(step), "delivery", "true", taken);

        assertThat(taken[0]).isPositive();
        assertThatThrownBy(() -> MoveTable.read(JSON.writeValueAsBytes(json)))
                .hasMessageContaining("step " + step)
                .hasMessageContaining("no case [true]");
    }

    /** Any case that is taken out of a table of ours is missed, if a thread can come there. */
    @ParameterizedTest
    @ValueSource(strings = {"preservation/1", "assistance/1"})
    void every_answer_taken_out_that_a_thread_can_give_is_missed(String procedure) throws IOException {
        for (var step : json(procedure).get("steps").properties()) {
            var json = json(procedure);
            var cases =
                    (ArrayNode) json.get("steps").get(step.getKey()).get("then").get("cases");
            cases.remove(0);
            assertThatThrownBy(() -> MoveTable.read(JSON.writeValueAsBytes(json)))
                    .hasMessageContaining("step " + step.getKey());
        }
    }

    @Test
    void a_change_of_what_is_not_there_is_a_hole_too() {
        for (String change : List.of("{\"plus\":true}", "{\"adds\":true}", "{\"fact\":\"until\"}")) {
            var json = """
                    {"format":"comity-table/1","procedure":"small/1","opening":"open","questions":{},
                     "steps":{"open":{"by":["requesting"],"facts":{},"then":{"to":{"n":%s}}}}}
                    """.formatted(change);
            assertThatThrownBy(() -> MoveTable.read(json.getBytes(UTF_8)))
                    .as(change)
                    .hasMessageContaining("has a hole, step open");
        }
    }

    private static ObjectNode json(String procedure) throws IOException {
        try (var in = MoveTable.class.getResourceAsStream(MoveTable.file(procedure))) {
            return (ObjectNode) JSON.readTree(in.readAllBytes());
        }
    }

    /** Takes the answer out of the question, wherever it is asked. */
    private static void withoutCase(ObjectNode node, String question, String out, int[] taken) {
        var below = node.has("then") ? (ObjectNode) node.get("then") : node;
        if (!below.has("cases")) return;
        for (var each : below.get("cases")) {
            var of = (ArrayNode) each.get("of");
            for (int i = of.size() - 1; i >= 0; i--) {
                if (below.get("question").asString().equals(question)
                        && of.get(i).asString().equals(out)) {
                    of.remove(i);
                    taken[0]++;
                }
            }
            withoutCase((ObjectNode) each, question, out, taken);
        }
    }
}
