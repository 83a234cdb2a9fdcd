package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Stream;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lawyer gets wrong in a table is told with its line, or with the act and the state in which nothing is said. */
class MovesReadingTest {

    private static final String RIGHT = """
            # hand-over/1 (made up)

            | states | |
            |---|---|
            | open | Asked, Agreed |
            | ended | Done |

            | act | by | its facts |
            |---|---|---|
            | ask | A | |
            | agree | B | how: in-part or whole |
            | end | A or B | |

            | act | in | if | then |
            |---|---|---|---|
            | ask | – | | Asked |
            | agree | Asked | how whole | Agreed |
            | | Asked | | same |
            | | else | | no: already-agreed |
            | end | open | | Done |
            """;

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        "| open | Asked, Agreed |",
                        "| open | Asked; Agreed |",
                        "line 5: states, divided by commas was expected"),
                Arguments.of("| ask | A | |", "| ask | C | |", "line 10: 'C' is none of"),
                Arguments.of(
                        "| end | open | | Done |",
                        "| finish | open | | Done |",
                        "line 20: 'finish' is none of [ask, agree, end]"),
                Arguments.of(
                        "| end | open | | Done |",
                        "| end | opened | | Done |",
                        "line 20: 'opened' is none of [open, ended]"),
                Arguments.of(
                        "| act | in | if | then |",
                        "| act | where | if | then |",
                        "a table of parties, states, beside, named, acts or rows was expected"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_not_understood_is_told_with_its_line(String right, String wrong, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovesReading.read(RIGHT.replace(right, wrong)))
                .withMessageContaining(told);
    }

    @Test
    void what_is_kept_beside_and_what_a_state_carries_do_not_mix_and_the_line_is_told() {
        var mixed = RIGHT.replace(
                        "| act | by | its facts |",
                        "| beside | holds | |\n|---|---|---|\n| asked | yes or no | a question |\n\n| act | by | its facts |")
                .replace("| end | open | | Done |", "| end | open | | Done(until: said) |");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MovesTable(MovesReading.read(mixed)).text())
                .withMessageContaining("moves.md, line 24: 'Done(until:' is neither a state nor kept beside one");
    }

    @Test
    void a_cell_without_an_answer_is_told_with_its_act_and_state() {
        var text = new MovesTable(MovesReading.read(RIGHT.replace("| | else | | no: already-agreed |\n", ""))).text();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoveTable.read(text.getBytes(UTF_8)))
                .withMessageContaining("hand-over/1 has a hole, step agree");
    }

    @Test
    void so_is_one_that_a_condition_leaves_open() {
        var text = new MovesTable(MovesReading.read(RIGHT.replace("| | Asked | | same |\n| | else |", "| | Agreed |")))
                .text();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoveTable.read(text.getBytes(UTF_8)))
                .withMessageContaining("step agree: Said[fact=how] has no case [in-part]");
    }

    @Test
    void a_state_that_nobody_knows_is_no_outcome() {
        var moves = MovesReading.read(RIGHT.replace("| | Done |", "| | Over |"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MovesTable(moves).text())
                .withMessageContaining("then Over");
    }

    private static final String JOINT = """
            # gathering/1

            | parties | |
            |---|---|
            | host | host |
            | invite | host: member or observer; member: observer |
            | remove | host: observer |
            | most | 5 |
            | shown | all |

            | states | |
            |---|---|
            | open | Open, Agreed |
            | ended | Done |

            | beside | holds | |
            |---|---|---|
            | text | an act | |

            | act | by | its facts |
            |---|---|---|
            | open | host | |
            | write | host or member | |
            | agree | every host or member | text: an act |
            | end | host | |

            | act | in | if | then |
            |---|---|---|---|
            | open | – | | Open |
            | write | any | | Open, text this |
            | agree | any | text named | Agreed |
            | | else | | no: other-text |
            | end | any | | Done |
            """;

    @Test
    void a_joint_thread_names_its_parties_and_what_every_one_of_them_says() {
        var text = new MovesTable(MovesReading.read(JOINT)).text();
        var rules = MoveTable.read(text.getBytes(UTF_8)).parties();

        assertThat(rules.roles()).containsExactly("host", "member", "observer");
        assertThat(rules.invite()).containsEntry("member", Set.of("observer"));
        assertThat(rules.remove()).containsEntry("host", Set.of("observer"));
        assertThat(rules.most()).isEqualTo(5);
        assertThat(rules.every()).containsExactly("agree");
    }

    static Stream<Arguments> wrongOfParties() {
        return Stream.of(
                Arguments.of("| write | host or member | |", "| write | host or guest | |", "'guest' is none of"),
                Arguments.of("| most | 5 |", "| least | 5 |", "line 8: 'least' is none of"),
                Arguments.of("| host | host |\n", "", "'host' is none of"),
                Arguments.of("| open | host | |", "| open | A | |", "'A' is none of"));
    }

    @ParameterizedTest
    @MethodSource("wrongOfParties")
    void so_is_a_role_that_no_party_can_have(String right, String wrong, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovesReading.read(JOINT.replace(right, wrong)))
                .withMessageContaining(told);
    }

    @Test
    void in_a_thread_of_two_nothing_waits_for_every_party() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovesReading.read(RIGHT.replace("| ask | A | |", "| ask | every A | |")))
                .withMessageContaining("only a joint thread asks every party");
    }
}
