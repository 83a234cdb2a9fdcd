package org.comity.cooperation.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Digests;
import org.comity.proof.table.Said;
import org.comity.proof.table.Table;
import org.comity.thread.Procedure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps the tables that nodes and {@code proof} fold by, and the drawn states, equal to the same tables as code. Run with
 * {@code -Dtables.write} to write both anew.
 */
class TablesTest {

    private static final Path TABLES = House.root().resolve("proof/src/main/resources/org/comity/proof/table");
    private static final Path STATES = House.root().resolve("docs/architecture/states");

    static Stream<Tabled> procedures() {
        return Procedures.all();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void the_table_is_the_one_that_the_code_gives(Tabled tabled) throws IOException {
        var file = TABLES.resolve(Table.file(tabled.procedure().id()));
        var text = new TableWriting(tabled).text();
        write(file, text);

        assertThat(file).as("write it anew with -Dtables.write").hasContent(text);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void the_drawn_states_are_those_of_the_code(Tabled tabled) throws IOException {
        var file = STATES.resolve(Table.file(tabled.procedure().id()).replace(".json", ".mmd"));
        var drawn = StateDiagram.of(tabled);
        write(file, drawn);

        assertThat(file).as("draw it anew with -Dtables.write").hasContent(drawn);
    }

    /** Every state that the questions tell apart, every step, both roles, facts right, missing and no such. */
    @ParameterizedTest
    @MethodSource("procedures")
    void every_cell_of_the_table_is_that_of_the_code(Tabled tabled) throws IOException {
        var table = committed(tabled);

        for (var type : tabled.types()) {
            var acts = new ArrayList<Said>();
            for (var role : List.of("requesting", "requested")) {
                acts.addAll(tabled.acts(type, role));
                acts.add(tabled.act(type, role, Map.of()));
                acts.add(tabled.act(type, role, nonsense(tabled)));
            }
            for (var act : acts) {
                tabled.states().forEach(it -> same(tabled, table, it, act));
            }
        }
        var unknown = tabled.act("no-such-step", "requesting", Map.of());
        tabled.states().forEach(it -> same(tabled, table, it, unknown));
    }

    /** As many deliveries as may wait are on their way; what is said of one of them moves the thread in both. */
    @ParameterizedTest
    @ValueSource(strings = {"received", "matched", "not-matched"})
    void a_delivery_among_as_many_as_may_wait_folds_alike(String answer) throws IOException {
        var tabled = Procedures.all()
                .filter(it -> it.procedure().id().equals("assistance/1"))
                .findFirst()
                .orElseThrow();
        var table = committed(tabled);
        var state = same(tabled, table, Table.NOTHING_YET, tabled.act("request", "requesting", Map.of()));
        var delivers = new ArrayList<Said>();
        for (int n = 0; n < 50; n++) {
            var act = Digests.sha256(("delivery " + n).getBytes(UTF_8));
            delivers.add(new Said(act, "deliver", "requested", Map.of("part", "partial")));
            state = same(tabled, table, state, delivers.getLast());
        }
        var one = Map.of("delivery", delivers.get(17).act());
        state = same(tabled, table, state, tabled.act("received", "requesting", one));

        var after = same(tabled, table, state, tabled.act(answer, "requesting", one));

        assertThat(List.of(state.get("unmatched"), after.get("unmatched")))
                .extracting(it -> ((List<?>) it).size())
                .containsExactly(50, answer.equals("received") ? 50 : 49);
    }

    /** Long threads of any acts, so that nothing that the questions do not ask for makes a difference. */
    @ParameterizedTest
    @MethodSource("procedures")
    void threads_of_any_acts_fold_alike(Tabled tabled) throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("TablesTest -Dseed=" + seed);
        var chance = new Random(seed);
        var table = committed(tabled);

        for (int thread = 0; thread < 150; thread++) {
            Map<String, Object> state = Table.NOTHING_YET;
            for (int n = 0; n < 200; n++) {
                var type = n == 0 ? tabled.procedure().opening() : any(tabled.types(), chance);
                var role = chance.nextInt(20) == 0 ? any(List.of("requesting", "requested"), chance) : tabled.role(type);
                state = same(tabled, table, state, tabled.act(type, role, facts(tabled, state, n, chance)));
            }
        }
    }

    /** What a register keeps: the state is read back from its bytes before each act, and written again after it. */
    @ParameterizedTest
    @MethodSource("procedures")
    void a_node_keeps_the_bytes_that_the_code_would_keep(Tabled tabled) {
        var chance = new Random(Long.getLong("seed", System.nanoTime()));

        for (int thread = 0; thread < 60; thread++) {
            Map<String, Object> state = Table.NOTHING_YET;
            for (int n = 0; n < 80; n++) {
                var type = n == 0 ? tabled.procedure().opening() : any(tabled.types(), chance);
                var role = chance.nextInt(20) == 0 ? any(List.of("requesting", "requested"), chance) : tabled.role(type);
                var facts = chance.nextInt(20) == 0 ? nonsense(tabled) : facts(tabled, state, n, chance);
                var act = tabled.act(type, role, facts);
                var code = tabled.move(state, act);
                var node = tabled.inNode(CanonicalJson.read(json(state).getBytes(UTF_8)), act);

                assertThat(node.effect()).isEqualTo(code.effect());
                assertThat(json(node.state())).isEqualTo(json(code.state()));
                assertThat(ended(tabled.node(), node)).isEqualTo(ended(tabled.procedure(), code));
                state = code.state();
            }
        }
    }

    private static boolean ended(Procedure procedure, Table.Folded folded) {
        return !folded.state().isEmpty() && procedure.state(folded.state()).ended();
    }

    private static Map<String, Object> same(Tabled tabled, Table table, Map<String, Object> from, Said act) {
        var code = tabled.move(from, act);
        var data = table.fold(from, act);
        if (!data.effect().equals(code.effect()) || !data.state().equals(code.state())) {
            assertThat(data).as("%s by %s %s in %s", act.type(), act.role(), act.facts(), from).isEqualTo(code);
        }
        var node = tabled.inNode(from, act);
        if (!node.effect().equals(code.effect()) || !node.state().equals(code.state())) {
            assertThat(node).as("in a node: %s by %s %s", act.type(), act.role(), act.facts()).isEqualTo(code);
        }
        return code.state();
    }

    /** Mostly such as mean something where the thread stands. */
    private static Map<String, String> facts(Tabled tabled, Map<String, Object> state, int n, Random chance) {
        var facts = new HashMap<String, String>();
        facts.put("note", Integer.toString(n));
        var acts = Pattern.compile("[0-9a-f]{64}").matcher(json(state)).results().map(it -> it.group()).toList();
        tabled.facts().forEach((name, given) -> {
            boolean named = given.values().contains(Procedures.NAMED) && !acts.isEmpty() && chance.nextInt(8) > 0;
            facts.put(name, any(named ? acts : given.values(), chance));
        });
        return facts;
    }

    private static Map<String, String> nonsense(Tabled tabled) {
        var facts = new HashMap<String, String>();
        tabled.facts().keySet().forEach(it -> facts.put(it, "2027-13-01"));
        return facts;
    }

    private static Table committed(Tabled tabled) throws IOException {
        return Table.read(Files.readAllBytes(TABLES.resolve(Table.file(tabled.procedure().id()))));
    }

    private static String json(Map<String, Object> state) {
        return new String(CanonicalJson.write(state), UTF_8);
    }

    private static <T> T any(List<T> some, Random chance) {
        return some.get(chance.nextInt(some.size()));
    }

    private static void write(Path file, String text) throws IOException {
        if (System.getProperty("tables.write") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
