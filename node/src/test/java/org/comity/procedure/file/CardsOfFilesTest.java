package org.comity.procedure.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.comity.casework.tables.CompiledMoves;
import org.comity.convention.LawInconsistent;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a joint thread shows is read from its procedure's file, and a card that names what there is not stops the start. */
class CardsOfFilesTest {

    private static final String FILE = MadeUp.text(MadeUpJoint.FOLDER.resolve("procedure.yaml"));
    private static final String MOVES = MadeUp.text(MadeUpJoint.FOLDER.resolve("moves.md"));

    @Test
    void the_table_is_that_of_its_moves_and_fits_its_file() throws IOException {
        var text = CompiledMoves.text(MOVES);
        if (System.getProperty("procedures.write") != null) {
            Files.writeString(MadeUpJoint.TABLE, text);
        }

        assertThat(MadeUpJoint.TABLE)
                .as("write it anew with -Dprocedures.write")
                .hasContent(text);
        new CheckingProcedureFile(MadeUpJoint.file(FILE), MoveTable.read(text.getBytes(UTF_8))).check();
    }

    @Test
    void its_cards_say_what_a_page_needs_of_them() {
        var cards = MadeUpJoint.file(FILE).cards();

        assertThat(cards.until()).isEqualTo("ends");
        assertThat(cards.begunFrom()).containsExactly("rota", "signed");
        assertThat(cards.ofParties()).containsExactlyInAnyOrder("keeper", "borrower");
        assertThat(cards.ofItems("label")).isTrue();
        assertThat(cards.whole("watchers")).isTrue();
        assertThat(cards.whole("plan")).isFalse();
        assertThat(cards.worded()).containsExactly("rota", "signed", "want-key", "lend-key", "watchers");
    }

    /** Such a thread shows its parties and its register. */
    @Test
    void a_joint_procedure_may_have_none() {
        var cards =
                MadeUpJoint.file(FILE.substring(0, FILE.indexOf("\ncards:"))).cards();

        assertThat(cards).isEqualTo(FiledCards.NONE);
        assertThat(cards.until()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approved-by: sign, | approved-by: seal, | \"seal\" is no act of this file: name one",
                "{of: signed, until: ends} | {of: signed} | a text that is open has approved-by",
                "clauses: points | clauses: clause | \"clause\" is no field of comment: name one",
                "turns: [hours | rest: [hours | \"rest\" is no option of points: name one",
                "off: {visit: dropped} | off: {visit: gone} | \"gone\" is no option of visit: name one",
                "off: {visit: dropped} | off: {} | one key and one value are needed here",
                "rows: keys | rows: key | \"key\" is no field of have-key: name one",
                "rows: wanted | rows: label | \"label\" is no field of want-key: name one",
                "to: borrower | to: lender | \"lender\" is no column of lent: name one",
                "{act: watchers, rows: people} | {act: stop, rows: text} | \"text\" has no columns",
                "{act: watchers, rows | {by: watchers, rows | \"by\" is not known here",
            })
    void what_there_is_not_is_told_with_its_line(String right, String wrong, String told) {
        assertThat(FILE).contains(right);
        assertThatThrownBy(() -> MadeUpJoint.file(FILE.replace(right, wrong)))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("night-watch/1/procedure.yaml:")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of: rota, | of: plan, | no state of moves.md carries \"plan\"",
                "changes: signed | changes: sealed | no state of moves.md carries \"sealed\"",
                "until: ends | until: end | no state of moves.md carries \"end\"",
                "approved-by: sign | approved-by: stop | moves.md does not have \"stop\" said by every party",
            })
    void what_its_table_has_not_is_told(String right, String wrong, String told) {
        var file = MadeUpJoint.file(FILE.replace(right, wrong));
        var table = MoveTable.read(CompiledMoves.text(MOVES).getBytes(UTF_8));

        assertThatThrownBy(() -> new CheckingProcedureFile(file, table).check())
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_procedure_of_two_has_none() {
        var two = FILE.replace("by: host", "by: requesting")
                .replace("turn: {Watching: nobody, RotaOpen: every}", "turn: {Watching: nobody}");

        assertThatThrownBy(() -> MadeUpJoint.file(two))
                .hasMessageContaining("only joint threads have cards: leave them out");
    }
}
