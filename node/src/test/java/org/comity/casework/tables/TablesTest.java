package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.assistance.PracticeAssistance;
import org.comity.preservation.PracticePreservation;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.FactRule;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that nodes and {@code proof} fold by say what the same tables said as code, which is kept here. */
@Tag("long")
class TablesTest {

    private static final Pattern ACT = Pattern.compile("[0-9a-f]{64}");

    /**
     * @param code the table written a second time, by hand, in Java
     * @param words what each fact may say; of one that names an act none
     */
    record Twice(Procedure code, Procedure node, Moves moves, MoveTable table, Map<String, List<String>> words) {

        static Twice of(Procedure code, Procedure node) {
            var moves = ProceduresTest.all().stream()
                    .filter(it -> it.procedure().equals(code.id()))
                    .findFirst()
                    .orElseThrow();
            var table = MoveTable.find(code.id()).orElseThrow();
            var words = new TreeMap<String, List<String>>();
            table.steps().values().forEach(step -> step.facts().forEach((name, fact) -> words.put(name, words(fact))));
            return new Twice(code, node, moves, table, words);
        }

        private static List<String> words(FactRule fact) {
            return switch (fact) {
                case FactRule.AnInstant _ ->
                    List.of("2027-03-01T12:00:00Z", "2027-03-02T12:00:00Z", "2027-03-03T12:00:00.5Z");
                case FactRule.AnAct _ -> List.of();
                case FactRule.OneOf(var values) -> values.stream().sorted().toList();
            };
        }

        @Override
        public String toString() {
            return code.id();
        }

        MoveTable.Folded byCode(Map<String, Object> from, ActFacts act) {
            return fold(code, from, act);
        }

        MoveTable.Folded inNode(Map<String, Object> from, ActFacts act) {
            return fold(node, from, act);
        }

        private static MoveTable.Folded fold(Procedure procedure, Map<String, Object> from, ActFacts act) {
            return switch (procedure.move(from.isEmpty() ? null : procedure.state(from), act)) {
                case Moved(var to) -> new MoveTable.Folded(to.json(), Entry.EFFECTIVE);
                case WithoutEffect(var reason) -> new MoveTable.Folded(from, reason);
            };
        }

        /** Those that its own file says; what all tables share is in none of the code. */
        List<String> types() {
            return table.steps().keySet().stream()
                    .filter(it -> !it.equals(SharedMoves.REDIRECT))
                    .toList();
        }

        /** States and acts, without what all tables share. */
        List<Map<String, Object>> states() {
            return ProceduresTest.explored(moves).states().stream()
                    .filter(it -> !SharedMoves.REDIRECTED.equals(it.get("name")))
                    .toList();
        }

        List<ActFacts> acts(Map<String, Object> state) {
            return ProceduresTest.explored(moves).acts(state).stream()
                    .filter(it -> !it.type().equals(SharedMoves.REDIRECT))
                    .toList();
        }

        boolean ended(Procedure procedure, Map<String, Object> state) {
            return !state.isEmpty() && procedure.state(state).ended();
        }
    }

    static Stream<Twice> procedures() {
        return Stream.of(
                Twice.of(PracticePreservation.byCode(), PracticePreservation.procedure()),
                Twice.of(PracticeAssistance.byCode(), PracticeAssistance.procedure()));
    }

    /** Every state to which a thread can come, every step, both roles, facts right, missing and no such. */
    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @ParameterizedTest
    @MethodSource("procedures")
    void every_cell_of_the_table_is_that_of_the_code(Twice twice) {
        var nonsense = nonsense(twice);
        for (var state : twice.states()) {
            for (var act : twice.acts(state)) {
                same(twice, state, act);
            }
            var sensible = facts(twice, state, new Random(1), 0);
            for (var type : twice.types()) {
                for (var role : List.of("requesting", "requested")) {
                    same(twice, state, said(type, role, Map.of()));
                    same(twice, state, said(type, role, sensible));
                    same(twice, state, said(type, role, nonsense));
                }
            }
            same(twice, state, said("no-such-step", "requesting", Map.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void who_says_what_and_what_opens_is_that_of_the_code(Twice twice) {
        assertThat(twice.table().opening()).isEqualTo(twice.code().opening());
        twice.types()
                .forEach(type -> assertThat(
                                new TreeSet<>(twice.table().steps().get(type).by()))
                        .as(type)
                        .isEqualTo(new TreeSet<>(twice.code().roles(type).stream()
                                .map(it -> it.word())
                                .toList())));
    }

    /** As many deliveries as may wait are on their way; what is said of one of them moves the thread in both. */
    @ParameterizedTest
    @ValueSource(strings = {"received", "matched", "not-matched"})
    void a_delivery_among_as_many_as_may_wait_folds_alike(String answer) {
        var twice = procedures()
                .filter(it -> it.code().id().equals("assistance/1"))
                .findFirst()
                .orElseThrow();
        var state = same(twice, MoveTable.NOTHING_YET, said("request", "requesting", Map.of()));
        var delivers = new ArrayList<ActFacts>();
        for (int n = 0; n < 51; n++) {
            var act = Digests.sha256(("delivery " + n).getBytes(UTF_8));
            delivers.add(new ActFacts(act, "deliver", "requested", Map.of("part", "partial")));
            state = same(twice, state, delivers.getLast());
        }
        var one = Map.of("delivery", delivers.get(17).act());
        state = same(twice, state, said("received", "requesting", one));

        var after = same(twice, state, said(answer, "requesting", one));

        assertThat(List.of(state.get("unmatched"), after.get("unmatched")))
                .extracting(it -> ((List<?>) it).size())
                .containsExactly(50, answer.equals("received") ? 50 : 49);
    }

    /** Long threads of any acts, 100,000 of the two, so that nothing that is not asked for makes a difference. */
    @ParameterizedTest
    @MethodSource("procedures")
    void threads_of_any_acts_fold_alike(Twice twice) {
        var chance = chance();

        for (int thread = 0; thread < 250; thread++) {
            Map<String, Object> state = MoveTable.NOTHING_YET;
            for (int n = 0; n < 200; n++) {
                state = same(twice, state, any(twice, state, n, chance));
            }
        }
    }

    /** What a register keeps: the state is read back from its bytes before each act, and written again after it. */
    @ParameterizedTest
    @MethodSource("procedures")
    void a_node_keeps_the_bytes_that_the_code_would_keep(Twice twice) {
        var chance = chance();

        for (int thread = 0; thread < 60; thread++) {
            Map<String, Object> state = MoveTable.NOTHING_YET;
            for (int n = 0; n < 80; n++) {
                var act = any(twice, state, n, chance);
                var code = twice.byCode(state, act);
                var node = twice.inNode(CanonicalJson.read(json(state).getBytes(UTF_8)), act);

                var from = state;
                Supplier<String> said = () -> "%s by %s %s in %s".formatted(act.type(), act.role(), act.facts(), from);
                assertThat(node.effect()).as(said).isEqualTo(code.effect());
                assertThat(json(node.state())).as(said).isEqualTo(json(code.state()));
                assertThat(twice.ended(twice.node(), node.state()))
                        .as(said)
                        .isEqualTo(twice.ended(twice.code(), code.state()));
                state = code.state();
            }
        }
    }

    /** Each run has another, which it prints, so that a red one can be had again. */
    private static Random chance() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("TablesTest -Dseed=" + seed);
        return new Random(seed);
    }

    private static Map<String, Object> same(Twice twice, Map<String, Object> from, ActFacts act) {
        var code = twice.byCode(from, act);
        for (var data : List.of(twice.table().fold(from, act), twice.inNode(from, act))) {
            if (!data.effect().equals(code.effect()) || !alike(data.state(), code.state())) {
                assertThat(data)
                        .as("%s by %s %s in %s", act.type(), act.role(), act.facts(), from)
                        .isEqualTo(code);
            }
        }
        return code.state();
    }

    /** What is equal has the same bytes; writing them out each time took most of this test. */
    private static boolean alike(Map<String, Object> one, Map<String, Object> other) {
        return one.equals(other) || json(one).equals(json(other));
    }

    private static ActFacts any(Twice twice, Map<String, Object> state, int n, Random chance) {
        var type = n == 0 ? twice.table().opening() : any(twice.types(), chance);
        var roles = chance.nextInt(20) == 0
                ? List.of("requesting", "requested")
                : List.copyOf(twice.table().steps().get(type).by());
        var facts = chance.nextInt(20) == 0 ? nonsense(twice) : facts(twice, state, chance, n);
        return said(type, any(roles, chance), facts);
    }

    /** Mostly such as mean something where the thread stands. */
    private static Map<String, String> facts(Twice twice, Map<String, Object> state, Random chance, int n) {
        var facts = new HashMap<String, String>();
        facts.put("note", Integer.toString(n));
        var acts = new ArrayList<String>();
        named(state, acts);
        twice.words().forEach((name, words) -> {
            if (!words.isEmpty()) facts.put(name, any(words, chance));
            else facts.put(name, acts.isEmpty() || chance.nextInt(8) == 0 ? "aa".repeat(32) : any(acts, chance));
        });
        return facts;
    }

    /** The acts that a state names. */
    private static void named(Object value, List<String> acts) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(it -> named(it, acts));
            case List<?> list -> list.forEach(it -> named(it, acts));
            case String text when ACT.matcher(text).matches() -> acts.add(text);
            default -> {}
        }
    }

    private static Map<String, String> nonsense(Twice twice) {
        var facts = new HashMap<String, String>();
        twice.table()
                .steps()
                .values()
                .forEach(step -> step.facts().keySet().forEach(it -> facts.put(it, "2027-13-01")));
        return facts;
    }

    private static ActFacts said(String type, String role, Map<String, String> facts) {
        return new ActFacts(Digests.sha256((type + role + new TreeMap<>(facts)).getBytes(UTF_8)), type, role, facts);
    }

    private static String json(Map<String, Object> state) {
        return new String(CanonicalJson.write(state), UTF_8);
    }

    private static <T> T any(List<T> some, Random chance) {
        return some.get(chance.nextInt(some.size()));
    }
}
