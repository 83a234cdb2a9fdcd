package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.practice.CounterpartScript.Line;
import org.comity.procedure.file.DescribedAct;
import org.comity.procedure.file.DescribedActs;
import org.comity.procedure.file.PracticeFiles;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What the counterpart says is right by the files of each procedure, and one person alone comes to the end with it. */
class CounterpartScriptTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final List<DescribedAct> ALL = DescribedActs.all();
    private static final String AN_ACT = "a".repeat(64);

    static Stream<String> procedures() {
        return Stream.concat(PracticeFiles.betweenTwo().stream(), PracticeFiles.toProviders().stream());
    }

    @Test
    void nothing_is_said_in_a_procedure_without_a_script() {
        assertThat(CounterpartScript.of("something/1", "requested")).isEmpty();
        assertThat(CounterpartScript.of("inquiry/1", "nobody")).isEmpty();
    }

    /** As it would be posted to the interface for programs: nothing is missing, nothing unknown. */
    @ParameterizedTest
    @MethodSource("procedures")
    void each_line_is_a_whole_act_of_the_role_that_may_say_it(String procedure) throws IOException {
        assertThat(CounterpartScript.of(procedure, "requested").size()
                        + CounterpartScript.of(procedure, "requesting").size())
                .isPositive();
        for (var role : List.of("requesting", "requested")) {
            for (var line : CounterpartScript.of(procedure, role)) {
                var what = "%s of %s".formatted(line.act(), procedure);
                var act = described(procedure, line.act());
                assertThat(step(procedure, line.act()).by()).as(what).contains(role);
                assertThat(problems(act.sealed(), whole(procedure, line)))
                        .as(what)
                        .isEmpty();
                assertThat(problems(act.factsWritten(true), filled(line.facts())))
                        .as(what)
                        .isEmpty();
                assertThat(moves(procedure)).as(what).contains(line.state());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void what_can_be_begun_is_a_whole_act(String procedure) {
        var opening =
                described(procedure, MoveTable.find(procedure).orElseThrow().opening());

        assertThat(problems(opening.sealed(), filled(CounterpartScript.opening(procedure))))
                .isEmpty();
    }

    /** Person's acts in their order, each said once the script has nothing to say; the state that it ends in. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    preservation/1 | request, ask-extension, no-longer-needed | Released
                    assistance/1 | request, close | Closed
                    inquiry/1 | inquire, close | Closed
                    spontaneous/1 | inform how=given limits=asked | Received
                    spontaneous/1 | inform how=offered limits=asked, give | Received
                    disclosure/1 | report outcome=disclosed | Received
                    information/1 | request, close | Closed
                    emergency-data/1 | request, confirm, account, close | Closed
                    extradition/1 | request asked=arrest, submit, assure, close | Closed
                    sentenced/1 | propose offer=offered, confirm, consent consent=given, appoint | Completed
                    sentenced/1 | propose offer=asked, confirm, finished | Completed
                    proceedings/1 | propose offer=offered, send-file | Concluded
                    proceedings/1 | propose offer=asked, open-case, outcome final=final | Concluded
                    consultation/1 | consult, inquire, propose, close | Closed
                    interception/1 | request, ask-renewal, stop, close | Closed
                    freezing/1 | request, ask-longer, withdraw | Withdrawn
                    confiscation/1 | request, close | Closed
                    disposal/1 | request, accept-terms terms=@offer-terms, confirm, close | Closed
                    disposal/1 | request, counter-terms, confirm, close | Closed
                    onward-transfer/1 | ask-onward, onward, close | Closed
                    provider-order/1 | serve-order, extend-order, close | Closed
                    """)
    void one_person_alone_sees_the_whole_story(String procedure, String person, String end) {
        assertThat(new Played(procedure).with(person)).isEqualTo(end);
    }

    @Test
    void every_procedure_that_is_a_file_is_played_alone() throws Exception {
        var played = CounterpartScriptTest.class
                .getDeclaredMethod("one_person_alone_sees_the_whole_story", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();

        assertThat(played.lines().map(it -> it.split(" ")[0]).toList())
                .containsAll(procedures().toList());
    }

    /** What the node adds by itself counts as said. */
    private static Map<String, Object> whole(String procedure, Line line) {
        var said = new LinkedHashMap<>(filled(line.body()));
        if (line.act().equals("deliver")) said.putIfAbsent("formalities", List.of());
        described(procedure, line.act()).fields().keySet().forEach(key -> {
            if (line.facts().get(key) instanceof String fact) said.putIfAbsent(key, fact);
        });
        return said;
    }

    private static Map<String, Object> filled(Map<String, Object> said) {
        return new Blanks(NOW, _ -> AN_ACT).filled(said);
    }

    private static DescribedAct described(String procedure, String type) {
        return ALL.stream()
                .filter(it -> it.procedure().equals(procedure) && it.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s in %s".formatted(type, procedure)));
    }

    private static List<String> problems(Map<String, Object> schema, Map<String, Object> said) {
        var whole = new LinkedHashMap<>(schema);
        whole.put("components", Map.of("schemas", schemas()));
        return SchemaRegistry.withDialect(Dialects.getOpenApi31())
                .getSchema(JSON.valueToTree(whole))
                .validate(JSON.valueToTree(said))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Map<String, Object> schemas() {
        var all = new LinkedHashMap<String, Object>();
        ALL.forEach(it -> all.put(it.name(), it.body()));
        return all;
    }

    private static MoveTable.Step step(String procedure, String type) {
        return MoveTable.find(procedure).orElseThrow().steps().get(type);
    }

    private static String moves(String procedure) throws IOException {
        return Files.readString(
                House.root().resolve("node/src/main/resources/procedures/%s/moves.md".formatted(procedure)));
    }

    /** One thread, folded by the table: what is on offer is what would have effect. */
    private static final class Played {

        private final String procedure;
        private final MoveTable table;
        private final Map<String, String> acts = new HashMap<>();
        private final Set<String> spoken = new HashSet<>();
        private Map<String, Object> state = MoveTable.NOTHING_YET;
        private int said;

        Played(String procedure) {
            this.procedure = procedure;
            this.table = MoveTable.find(procedure).orElseThrow();
        }

        String with(String person) {
            var opener = step(procedure, table.opening()).by().iterator().next();
            var other = opener.equals("requesting") ? "requested" : "requesting";
            for (var each : person.split(", ")) {
                var words = List.of(each.split(" "));
                var facts = new HashMap<String, String>();
                words.stream()
                        .skip(1)
                        .map(it -> it.split("=@?"))
                        .forEach(it -> facts.put(it[0], acts.getOrDefault(it[1], it[1])));
                var type = words.getFirst();
                step(procedure, type).facts().keySet().forEach(it -> facts.putIfAbsent(it, later()));
                assertThat(says(type, opener, facts)).as(type).isTrue();
                script(other);
            }
            return String.valueOf(state.get("name"));
        }

        private void script(String role) {
            for (var line = next(role); line != null; line = next(role)) {
                assertThat(says(line.act(), role, facts(line))).isTrue();
                spoken.add(line.act());
                assertThat(said).as("acts").isLessThan(40);
            }
        }

        private Line next(String role) {
            return CounterpartScript.of(procedure, role).stream()
                    .filter(it -> it.state().isEmpty() || it.state().equals(state.get("name")))
                    .filter(it -> it.again() || !spoken.contains(it.act()))
                    .filter(it -> !table.ended().contains(String.valueOf(state.get("name"))))
                    .filter(it ->
                            has(it) && fold(it.act(), role, facts(it)).effect().equals(MoveTable.EFFECTIVE))
                    .findFirst()
                    .orElse(null);
        }

        private boolean has(Line line) {
            return line.facts().values().stream()
                    .map(String::valueOf)
                    .filter(it -> it.startsWith("{act:"))
                    .allMatch(it -> acts.containsKey(it.substring(5, it.length() - 1)));
        }

        private Map<String, String> facts(Line line) {
            var facts = new HashMap<String, String>();
            line.facts().forEach((key, value) -> {
                var text = String.valueOf(value);
                facts.put(
                        key,
                        text.startsWith("{act:")
                                ? acts.getOrDefault(text.substring(5, text.length() - 1), "")
                                : text.startsWith("{now") ? later() : text);
            });
            return facts;
        }

        private boolean says(String type, String role, Map<String, String> facts) {
            var folded = fold(type, role, facts);
            if (!folded.effect().equals(MoveTable.EFFECTIVE)) return false;
            state = folded.state();
            acts.put(type, id());
            said++;
            return true;
        }

        private MoveTable.Folded fold(String type, String role, Map<String, String> facts) {
            return table.fold(state, new ActFacts(id(), type, role, facts));
        }

        /** Than whatever was said before. */
        private String later() {
            return NOW.plus(Duration.ofDays(30 + said)).toString();
        }

        private String id() {
            return "%064x".formatted(said + 1);
        }
    }
}
