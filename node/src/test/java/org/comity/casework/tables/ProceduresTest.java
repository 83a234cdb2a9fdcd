package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.casework.tables.MovesFold.Next;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps what is made of each procedure's {@code moves.md} equal to it, and holds the table itself to what every table owes
 * the States. Run with {@code -Dprocedures.write} to write table, page and drawing anew.
 */
class ProceduresTest {

    private static final Path MOVES = House.root().resolve("node/src/main/resources/procedures");
    private static final Path TABLES = House.root().resolve("proof/src/main/resources/org/comity/proof/table");
    private static final Path STATES = House.root().resolve("docs/architecture/states");
    private static final Path PAGES = House.root().resolve("docs/procedures");
    private static final Words WORDS = WordsForTests.load();
    private static final Map<String, Explored> EXPLORED = new ConcurrentHashMap<>();
    private static final Map<String, MoveTable> MADE = new ConcurrentHashMap<>();

    /** Where one side can only wait for the other to end the thread, and owes nothing: by the name of the state. */
    private static final Map<String, Set<String>> RESTS = Map.of(
            "assistance/1", Set.of("Delivered"),
            "provider-order/1", Set.of("Given", "FactsAsked", "Objected", "LongerAsked"));

    /** With {@code -Dprocedures.only=NAME/1} that one alone, while it is being written. */
    static Stream<Moves> procedures() {
        var only = System.getProperty("procedures.only", "");
        return all().stream().filter(it -> only.isEmpty() || it.procedure().equals(only));
    }

    static List<Moves> all() {
        try (var files = Files.walk(MOVES)) {
            return files.filter(it -> it.endsWith("moves.md"))
                    .sorted()
                    .map(ProceduresTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Moves read(Path file) {
        try {
            return MovesReading.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of lists that are full with two. */
    static Explored explored(Moves moves) {
        return EXPLORED.computeIfAbsent(moves.procedure(), _ -> new Explored(new MovesTable(moves.full(2)).table()));
    }

    /** What the moves come to. */
    private static MoveTable table(Moves moves) {
        return MADE.computeIfAbsent(moves.procedure(), _ -> new MovesTable(moves).table());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void the_table_is_what_the_moves_say_and_has_no_hole(Moves moves) throws IOException {
        var text = new MovesTable(moves).text();

        same(TABLES.resolve(MoveTable.file(moves.procedure())), text);
        assertThat(MoveTable.read(text.getBytes(UTF_8)).procedure()).isEqualTo(moves.procedure());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void the_page_with_the_whole_matrix_is_that_of_the_table(Moves moves) throws IOException {
        same(PAGES.resolve(file(moves, ".md")), new Matrix(moves, table(moves), WORDS).page());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void the_states_are_drawn_from_the_table(Moves moves) throws IOException {
        same(STATES.resolve(file(moves, ".mmd")), StateDiagram.of(explored(moves)));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void no_state_is_out_of_reach_and_every_act_can_have_effect(Moves moves) {
        var reached = explored(moves).states().stream()
                .map(it -> (String) it.getOrDefault(moves.field(), ""))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        var effective = explored(moves).steps().stream()
                .map(it -> it.act().type())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(reached).isEqualTo(new TreeSet<>(moves.states().keySet()));
        assertThat(effective).isEqualTo(new TreeSet<>(moves.acts().keySet()));
        assertThat(moves.ended()).isNotEmpty();
    }

    /** A row that is never taken, or that says what the next one says, is a mistake of whoever wrote it. */
    @ParameterizedTest
    @MethodSource("procedures")
    void every_row_is_taken_and_none_could_be_left_out(Moves moves) {
        var shorter = moves.full(2);
        shorter.rows()
                .forEach((type, rows) -> rows.forEach(row -> {
                    var with = new MovesFold(shorter);
                    var without = new MovesFold(shorter.without(type, row));
                    boolean opens = type.equals(moves.opening()) && rows.size() == 1;
                    assertThat(opens
                                    || explored(moves).states().stream()
                                            .anyMatch(state -> explored(moves).acts(state).stream()
                                                    .filter(it -> it.type().equals(type))
                                                    .anyMatch(act -> differs(with, without, state, act))))
                            .as("%s, line %d: %s %s", moves.procedure(), row.line(), type, row)
                            .isTrue();
                }));
    }

    private static boolean differs(MovesFold with, MovesFold without, Map<String, Object> state, ActFacts act) {
        return !said(with, state, act).equals(said(without, state, act));
    }

    private static Object said(MovesFold fold, Map<String, Object> state, ActFacts act) {
        return switch (fold.next(act.type(), it -> it.of(state, act.facts()))) {
            case Next.Done(var node, var _) -> node;
            case Next.NoRow none -> none;
            case Next.Ask(var question) -> throw new IllegalStateException(question.toString());
        };
    }

    private static Set<String> roles(Moves moves) {
        return moves.parties() == null
                ? Set.of("requesting", "requested")
                : moves.parties().roles();
    }

    /** Who must be able to end it without the others. Of a joint thread its host: every other party may leave (R104). */
    private static List<Set<String>> alone(Moves moves) {
        if (moves.parties() == null) return List.of(Set.of("requesting"), Set.of("requested"));
        assertThat(moves.acts()).doesNotContainKey("leave");
        return List.of(Set.of(moves.parties().host()));
    }

    /** Nobody is locked in: some ending can be reached from everywhere, and by each side alone where it may need one. */
    @ParameterizedTest
    @MethodSource("procedures")
    void every_open_state_has_a_way_out_for_every_party(Moves moves) {
        var explored = explored(moves);
        var rests = RESTS.getOrDefault(moves.procedure(), Set.of());
        var used = new TreeSet<String>();
        for (var roles : alone(moves)) {
            var lead = explored.leadTo(it -> over(explored, it), roles);
            var rest = explored.leadTo(it -> over(explored, it) || rests.contains(it.getOrDefault("name", "")), roles);
            for (var state : explored.states()) {
                if (!state.isEmpty() && !lead.contains(state)) {
                    assertThat(rest.contains(state))
                            .as("%s alone has no way out of %s", roles, state)
                            .isTrue();
                    used.add((String) state.get("name"));
                }
            }
        }
        assertThat(used).as("states that rest").containsAll(rests);
        assertThat(explored.leadTo(it -> over(explored, it), roles(moves)).equals(explored.states()))
                .isTrue();
    }

    /** Both sides write before they know of the other's act: either order is answered, in words, and leads on. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("procedures")
    void acts_that_cross_are_answered_in_either_order_and_end_well(Moves moves) {
        var explored = new Explored(new MovesTable(moves.full(1)).table());
        var ends = explored.leadTo(it -> over(explored, it), roles(moves));
        int crossed = 0;
        for (var state : explored.states()) {
            var effective = explored.acts(state).stream()
                    .filter(it -> explored.table().fold(state, it).effect().equals(MoveTable.EFFECTIVE))
                    .collect(Collectors.groupingBy(ActFacts::role));
            var all = effective.values().stream().flatMap(List::stream).toList();
            // Of different parties; in a joint thread their roles may be the same.
            var one = moves.parties() == null ? effective.getOrDefault("requesting", List.of()) : all;
            var other = moves.parties() == null ? effective.getOrDefault("requested", List.of()) : all;
            var crossing = other.stream()
                    .map(it -> new ActFacts("d".repeat(64), it.type(), it.role(), it.facts()))
                    .toList();
            crossed += endWell(explored, ends, state, one, crossing) + endWell(explored, ends, state, crossing, one);
        }
        assertThat(crossed).isPositive();
    }

    /** Each of the first before each of the second. Acts that lead to the same are followed on once. */
    private static int endWell(
            Explored explored,
            Set<Map<String, Object>> ends,
            Map<String, Object> state,
            List<ActFacts> first,
            List<ActFacts> second) {
        var between = new LinkedHashMap<Map<String, Object>, ActFacts>();
        first.forEach(it -> between.putIfAbsent(explored.table().fold(state, it).state(), it));
        between.forEach((stands, before) -> {
            var led = new HashSet<Map<String, Object>>();
            for (var after : second) {
                var folded = explored.table().fold(stands, after).state();
                if (led.add(folded) && !ends.contains(Explored.plain(folded))) {
                    throw new AssertionError("%s in %s ends nowhere".formatted(List.of(before, after), state));
                }
            }
        });
        return first.size() * second.size();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void every_reason_and_every_state_has_its_words(Moves moves) {
        var law = moves.procedure().substring(0, moves.procedure().indexOf('/'));
        var names = explored(moves).states().stream()
                .map(it -> (String) it.getOrDefault("name", ""))
                .filter(it -> !it.isEmpty())
                .distinct();
        var keys = new ArrayList<String>();
        Matrix.reasons(table(moves)).forEach(it -> keys.add("effect." + it));
        names.forEach(it -> keys.add("state." + law + "." + it));
        WORDS.languages()
                .forEach(language -> assertThat(keys)
                        .isNotEmpty()
                        .allSatisfy(key -> assertThat(WORDS.has(language.tag(), key))
                                .as("%s in %s", key, language.tag())
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void a_table_is_at_most_eighty_rows(Moves moves) {
        var lines = new HashSet<Integer>();
        moves.rows().values().forEach(rows -> rows.forEach(it -> lines.add(it.line())));
        lines.remove(SharedMoves.NO_LINE);

        assertThat(lines).as("more is two procedures").hasSizeLessThanOrEqualTo(80);
    }

    private static boolean over(Explored explored, Map<String, Object> state) {
        return explored.table().ended().contains(state.getOrDefault("name", ""));
    }

    private static String file(Moves moves, String ending) {
        return MoveTable.file(moves.procedure()).replace(".json", ending);
    }

    private static void same(Path file, String text) throws IOException {
        if (System.getProperty("procedures.write") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("write it anew with -Dprocedures.write").hasContent(text);
    }
}
