package org.comity.directory.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.directory.NotedRange.Kind;
import org.comity.directory.ProviderRanges;
import org.comity.directory.ProviderRanges.TypedRanges;
import org.comity.directory.RangeChanges.WrongRow;
import org.comity.directory.kept.RangeSheet.Away;
import org.comity.directory.kept.RangeSheet.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of ranges are read, or say what is wrong with each. */
class RangeSheetTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final RangeSheet SHEET = new RangeSheet(new SpecialRanges(true), TODAY);

    @Test
    void a_row_has_its_own_source_and_day_or_those_of_all() {
        var sheet = read("range;source;day\n203.0.113.0/24;Their letter;2026-11-03\n\nmail.example\n'+999123;;");

        assertThat(sheet.wrong()).isEmpty();
        assertThat(sheet.rows())
                .containsExactly(
                        new Row(
                                new RangeText(Kind.ADDRESS, "203.0.113.0/24"),
                                "Their letter",
                                LocalDate.parse("2026-11-03")),
                        new Row(new RangeText(Kind.DOMAIN, "mail.example"), "A call", TODAY),
                        new Row(new RangeText(Kind.NUMBER, "+999123"), "A call", TODAY));
    }

    @Test
    void without_a_header_the_first_column_is_the_range() {
        assertThat(read("203.0.113.0/24\nmail.example,\"Page, for authorities\"")
                        .rows())
                .extracting(it -> it.range().key() + "|" + it.source())
                .containsExactly("203.0.113.0/24|A call", "mail.example|Page, for authorities");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9/24 | host-bits",
                "10.1.0.0/16 | special",
                "rubbish | form",
                "mail.example,,2027-06-02 | day",
                "mail.example,,yesterday | day"
            })
    void a_wrong_row_says_why(String row, String why) {
        var sheet = read("shop.example\n" + row);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.wrong()).extracting(WrongRow::row, WrongRow::why).containsExactly(tuple(2, why));
    }

    @Test
    void what_stands_there_twice_or_without_a_source_is_wrong() {
        assertThat(read("mail.example\n*.mail.example").wrong())
                .containsExactly(new WrongRow(2, "*.mail.example", "twice", ""));
        assertThat(SHEET.read(new TypedRanges("mail.example", "", "2027-06-01", false))
                        .wrong())
                .containsExactly(new WrongRow(1, "mail.example", "source", ""));
    }

    @Test
    void a_minus_takes_a_range_away() {
        var sheet = read("-203.0.113.0/24\n-rubbish\n'-+999123\nmail.example\n-mail.example");

        assertThat(sheet.away())
                .containsExactly(
                        new Away(1, new RangeText(Kind.ADDRESS, "203.0.113.0/24")),
                        new Away(3, new RangeText(Kind.NUMBER, "+999123")));
        assertThat(sheet.wrong())
                .extracting(WrongRow::row, WrongRow::why)
                .containsExactly(tuple(2, "form"), tuple(5, "twice"));
        assertThat(read("-mail.example").wrong()).isEmpty();
    }

    @Test
    void nothing_and_too_much_are_wrong_as_a_whole() {
        assertThat(read(" \n").wrong()).containsExactly(new WrongRow(0, "", "empty", ""));
        assertThat(read("range,source,day\n").wrong()).containsExactly(new WrongRow(0, "", "empty", ""));
        assertThat(read(numbers(ProviderRanges.MOST_ROWS)).wrong()).isEmpty();
        assertThat(read(numbers(ProviderRanges.MOST_ROWS + 1)).wrong().getFirst())
                .isEqualTo(new WrongRow(0, "", "too-many", ""));
    }

    private static String numbers(int many) {
        return IntStream.range(0, many).mapToObj(it -> "+999" + (10_000 + it)).collect(Collectors.joining("\n"));
    }

    private static RangeSheet.Sheet read(String rows) {
        return SHEET.read(new TypedRanges(rows, "A call", "2027-06-01", false));
    }
}
