package org.comity.sealing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Part;
import org.comity.sealing.OfficialLetter.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared stands in numbered rows, mirrored where the language runs from right to left; a code leads to its check. */
class OfficialTableTest {

    private static final String ADDRESS = "https://xa.example/verify?act=" + "7f3a90c1e5520d18".repeat(4);

    @Test
    void a_row_runs_as_its_language_does_and_what_reads_from_left_to_right_keeps_its_order() {
        assertThat(VisualLines.of(pdf("en", 1))).contains("1IPaddress198.51.100.12026-11-2022:14:05UTC");
        assertThat(VisualLines.of(pdf("ar", 1)))
                .contains("2026-11-2022:14:05UTC198.51.100.1" + VisualLines.expected("عنوان", true) + "1");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_long_table_repeats_its_heads_and_is_as_accessible_as_any(String language) throws Exception {
        var pdf = pdf(language, 120);

        ValidPdf.pdfA(pdf);
        ValidPdf.pdfA(pdf(language, 2));
        var head = language.equals("en")
                ? "No.KindIdentifierTime"
                : VisualLines.expected("الوقت", true)
                        + VisualLines.expected("المعرِّف", true).replace("\u0650", "");
        assertThat(VisualLines.of(pdf).stream()
                        .filter(it -> it.replace("\u0650", "").startsWith(head)))
                .hasSizeGreaterThan(2);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_code_at_the_foot_of_each_page_is_read_from_paper(String language) throws Exception {
        assertThat(ReadCodes.of(pdf(language, 80))).hasSizeGreaterThan(1).containsOnly(ADDRESS);
    }

    private static byte[] pdf(String language, int rows) {
        boolean english = language.equals("en");
        var heads =
                english ? List.of("No.", "Kind", "Identifier", "Time") : List.of("الرقم", "النوع", "المعرِّف", "الوقت");
        var blocks = new ArrayList<Block>(List.of(new Head("Aldoria", "Authority", List.of(), null)));
        blocks.add(new Item("(c)", "Data", List.of()));
        blocks.add(new Table(
                heads,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(it -> List.of(
                                Integer.toString(it),
                                english ? "IP address" : "عنوان",
                                "198.51.100." + it,
                                "2026-11-20 22:14:05 UTC"))
                        .toList()));
        var part = new Part(Locale.forLanguageTag(language), "XA-2026-000001", "Act 7f3a90c1", ADDRESS, blocks);
        return LettersForTests.load()
                .pdf(new OfficialLetter("Act", "XA-2026-000001", List.of(part), OfficialLetter.Template.OURS));
    }
}
