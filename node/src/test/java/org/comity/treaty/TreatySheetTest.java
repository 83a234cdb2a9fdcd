package org.comity.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.sheet.SheetReading;
import org.comity.treaty.TreatySheet.Row;
import org.comity.treaty.TreatySheet.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatySheetTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Set<String> ARTICLES = Set.of("40", "42", "63");

    private final TreatySheet sheet = new TreatySheet(
            TODAY, null, LocalDate.parse("2026-10-31"), ARTICLES::contains, TreatySheetTest::names, true);

    private static Set<String> names(String party) {
        return Map.of("XB", Set.of("Belmora", "بيلمورا"), "XF", Set.of("Ferrana"))
                .getOrDefault(party, Set.of());
    }

    @Test
    void a_right_row_becomes_the_line_that_it_says() {
        var row = only("XB,Belmora,,reservation,2026-03-07,P.C.N.31.2026,practice list,42(5),Only with both.");

        assertThat(row.wrong()).isEmpty();
        assertThat(row.line())
                .isEqualTo(new TreatyLine(
                        "XB",
                        "Belmora",
                        false,
                        TreatyStep.RESERVATION,
                        LocalDate.parse("2026-03-07"),
                        "P.C.N.31.2026",
                        "practice list",
                        "42(5)",
                        "Only with both."));
    }

    @Test
    void what_begins_like_a_formula_leaves_as_text_and_comes_back_as_it_was() {
        var line = new TreatyLine(
                "XB",
                "=cmd|' /C calc'!A0",
                false,
                TreatyStep.DECLARATION,
                LocalDate.parse("2026-03-07"),
                "P.C.N.31.2026",
                "+list",
                "42(5)",
                "@SUM(1)");

        var csv = TreatySheet.csv(List.of(line));

        assertThat(csv).contains(",'+list,").contains(",'@SUM(1)").contains(",'=cmd");
        var read = new SheetReading(TreatySheet.LIMITS).read(csv.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.rows(read, List.of())).extracting(Row::line).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            XB,Belmora,,ratification,2026-03-07,,list,,                  | empty           | notification
            ,Belmora,,ratification,2026-03-07,C.N.1.2026,list,,          | empty           | state
            Xb,Belmora,,ratification,2026-03-07,C.N.1.2026,list,,        | state           | Xb
            QB,Quell,,ratification,2026-03-07,C.N.1.2026,list,,          | practice        | QB
            XB,Belmora,maybe,ratification,2026-03-07,C.N.1.2026,list,,   | unknown         | organisation
            XB,Belmora,,joined,2026-03-07,C.N.1.2026,list,,              | unknown         | action
            XB,Belmora,,ratification,7 March 2026,C.N.1.2026,list,,      | day             | 7 March 2026
            XB,Belmora,,ratification,2026-02-30,C.N.1.2026,list,,        | day             | 2026-02-30
            XB,Belmora,,ratification,2026-11-25,C.N.1.2026,list,,        | future          | 2026-11-25
            XB,Belmora,,signature,2026-11-01,C.N.1.2026,list,,           | late            | 2026-10-31
            XB,Belmora,,ratification,2026-03-07,the press,list,,         | number          | the press
            XB,Belmora,,reservation,2026-03-07,C.N.1.2026,list,,words    | article-missing | reservation
            XB,Belmora,,reservation,2026-03-07,C.N.1.2026,list,99(1),w   | article         | 99(1)
            XB,Belmora,,declaration,2026-03-07,C.N.1.2026,list,63(3),    | words-missing   | declaration
            XB,Belmora,,withdrawal,2026-03-07,C.N.1.2026,list,42(5),     | no-reservation  | 42(5)
            XB,Belmora,,denunciation,2026-03-07,C.N.1.2026,list,,        | no-instrument   | XB
            """)
    void a_row_that_is_not_right_becomes_nothing_and_says_why(String row, String why, String what) {
        var read = only(row);

        assertThat(read.line()).isNull();
        assertThat(read.wrong()).containsExactly(new Wrong(why, what));
    }

    @Test
    void nothing_was_done_about_the_treaty_before_it_was_open_for_signature() {
        var opened = LocalDate.parse("2025-01-01");
        var rows = new TreatySheet(TODAY, opened, null, ARTICLES::contains, TreatySheetTest::names, true)
                .rows(
                        List.of(
                                TreatySheet.COLUMNS,
                                List.of("XB", "Belmora", "", "signature", "1990-01-01", "C.N.1.2026", "list", "", ""),
                                List.of("XF", "Ferrana", "", "signature", "2025-01-01", "C.N.2.2026", "list", "", "")),
                        List.of());

        assertThat(rows.getFirst().wrong()).containsExactly(new Wrong("early", "2025-01-01"));
        assertThat(rows.getFirst().line()).isNull();
        assertThat(rows.getLast().line()).isNotNull();
        assertThat(rows.getLast().doubts()).isEmpty();
    }

    @Test
    void what_may_be_a_slip_can_be_taken_and_says_why_to_look_again() {
        var rows = read(
                List.of(),
                "XF,Ferrana,,reservation,2026-03-07,C.N.1.2026,list,42(5),words",
                "XZ,Atlantis,,accession,2026-03-07,C.N.2.2026,list,,",
                "XB,Belmora,,signature,2026-03-07,C.N.3.2026,list,,",
                "XB,Republic of Belmora,,declaration,2026-03-07,C.N.4.2026,list,42(5),words",
                "XB,Wrongname,,accession,2026-03-08,C.N.5.2026,list,,");

        assertThat(rows).isNotEmpty().allSatisfy(it -> assertThat(it.line()).isNotNull());
        assertThat(rows.get(0).doubts()).containsExactly(new Wrong("nothing-to-bear-on", "XF"));
        assertThat(rows.get(1).doubts()).containsExactly(new Wrong("not-in-directory", "XZ"));
        assertThat(rows.subList(2, 4))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.doubts()).isEmpty());
        assertThat(rows.get(4).doubts()).extracting(Wrong::why).containsExactly("another-name");
    }

    @Test
    void a_cell_that_is_too_long_is_refused_and_not_cut() {
        assertThat(only("XB,Belmora,,ratification,2026-03-07,C.N.1.2026,list,,"
                                + "a".repeat(TreatyLine.LONGEST_WORDS + 1))
                        .wrong())
                .containsExactly(new Wrong("long", "text"));
    }

    @Test
    void what_contradicts_another_row_names_it() {
        var rows = read(
                List.of(),
                "XB,Belmora,,ratification,2026-03-07,C.N.1.2026,list,,",
                "XB,Belmora,,ratification,2026-03-07,C.N.1.2026,list,,",
                "XB,Belmora,,accession,2026-04-07,C.N.2.2026,list,,",
                "XB,Belmora,,signature,2026-04-07,C.N.3.2026,list,,",
                "XB,Belmora,yes,notification,2026-04-07,C.N.4.2026,list,40(13),");

        assertThat(rows).extracting(Row::line).filteredOn(it -> it != null).hasSize(1);
        assertThat(rows.get(1).wrong()).contains(new Wrong("twice", "2"));
        assertThat(rows.get(2).wrong()).containsExactly(new Wrong("has-instrument", "C.N.1.2026"));
        assertThat(rows.get(3).wrong()).containsExactly(new Wrong("order", "C.N.1.2026"));
        assertThat(rows.get(4).wrong()).containsExactly(new Wrong("organisation", "C.N.1.2026"));
    }

    @Test
    void a_state_that_left_may_accede_again_and_a_reservation_may_be_withdrawn() {
        var rows = read(
                List.of(),
                "XB,Belmora,,ratification,2024-03-07,C.N.1.2024,list,,",
                "XB,Belmora,,reservation,2024-03-07,C.N.1.2024,list,42(5),words",
                "XB,Belmora,,withdrawal,2024-05-07,C.N.2.2024,list,42(5),",
                "XB,Belmora,,denunciation,2025-03-07,C.N.1.2025,list,,",
                "XB,Belmora,,accession,2026-08-07,C.N.1.2026,list,,");

        assertThat(rows).isNotEmpty().allSatisfy(it -> assertThat(it.wrong()).isEmpty());
    }

    @Test
    void what_is_here_already_is_said_and_not_taken_again() {
        var first =
                only("XB,Belmora,,ratification,2026-03-07,C.N.1.2026,list,,").line();
        assertThat(first).isNotNull();

        assertThat(read(List.of(first), "XB,Belmora,,ratification,2026-03-07,C.N.1.2026,another list,,"))
                .singleElement()
                .satisfies(it -> assertThat(it.known()).isTrue());
    }

    @Test
    void of_one_article_each_statement_of_a_day_counts_by_its_words() {
        var first = only("XB,Belmora,,declaration,2026-03-07,C.N.1.2026,list,40(13),In English.")
                .line();
        assertThat(first).isNotNull();

        var rows = read(
                List.of(first),
                "XB,Belmora,,declaration,2026-03-07,C.N.1.2026,list,40(13),In English.",
                "XB,Belmora,,declaration,2026-03-07,C.N.2.2026,list,40(13),Or in French.",
                "XB,Belmora,,declaration,2026-03-07,C.N.2.2026,list,40(13),Or in French.");
        assertThat(rows).extracting(Row::known).containsExactly(true, false, false);
        assertThat(rows.get(1).line()).isNotNull();
        assertThat(rows.get(1).doubts()).contains(new Wrong("other-words", "C.N.1.2026"));
        assertThat(rows.get(2).wrong()).containsExactly(new Wrong("twice", "3"));
    }

    @Test
    void a_header_without_a_column_that_is_needed_is_named() {
        assertThat(TreatySheet.missing(List.of(List.of("State", "name", "action", "day", "source"))))
                .containsExactly("notification");
        assertThat(TreatySheet.missing(List.of())).hasSize(6);
    }

    private Row only(String row) {
        return read(List.of(), row).getFirst();
    }

    private List<Row> read(List<TreatyLine> kept, String... rows) {
        var all = new ArrayList<List<String>>();
        all.add(TreatySheet.COLUMNS);
        Arrays.stream(rows).map(it -> List.of(it.split(",", -1))).forEach(all::add);
        return sheet.rows(all, kept);
    }
}
