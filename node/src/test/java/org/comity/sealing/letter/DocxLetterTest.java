package org.comity.sealing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.sealing.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class DocxLetterTest {

    /** LibreOffice makes it at its first start. */
    @TempDir
    static Path profile;

    private static final Letters LETTERS = LettersForTests.load();

    @TempDir
    Path folder;

    private final Letters letters = LETTERS;

    @Test
    void libre_office_reads_every_line_in_order() throws Exception {
        Tool.needs(Tool.installed("soffice"), "LibreOffice (soffice)");
        Files.write(folder.resolve("letter.docx"), letters.docx(SpecimenLetter.inBothLanguages()));

        var office = Tool.run(
                folder,
                List.of(
                        "soffice",
                        "-env:UserInstallation=" + profile.toUri(),
                        "--headless",
                        "--convert-to",
                        "txt:Text (encoded):UTF8",
                        "letter.docx"));

        assertThat(office.exit()).as(office.said()).isZero();
        assertThat(Files.readString(folder.resolve("letter.txt"))
                        .replaceAll("[\uFEFF\u202A\u202C]", "")
                        .lines())
                .containsExactlyElementsOf(everyLine(SpecimenLetter.inBothLanguages()));
    }

    @Test
    void libre_office_shows_what_reads_from_left_to_right_in_its_order() throws Exception {
        Tool.needs(Tool.installed("soffice"), "LibreOffice (soffice)");
        var runs = List.of(
                "+999 2 555 0117",
                "2026-11-20 22:14:05 UTC",
                "2001:db8::1/64",
                "disk image.E01",
                "7f3a90c1 e5520d18 4be1c0de",
                "40(21)");
        var part = new Part(
                SpecimenLetter.ARABIC,
                "طلب",
                List.of(new Section(
                        "(أ) هاتف",
                        runs.stream().map(it -> "هاتف " + it + "، ليلاً.").toList())));
        Files.write(folder.resolve("letter.docx"), letters.docx(SpecimenLetter.in(part)));

        var office = Tool.run(
                folder,
                List.of(
                        "soffice",
                        "-env:UserInstallation=" + profile.toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "letter.docx"));

        assertThat(office.exit()).as(office.said()).isZero();
        var seen = VisualLines.of(Files.readAllBytes(folder.resolve("letter.pdf")));
        assertThat(runs).allSatisfy(run -> assertThat(seen).anyMatch(it -> it.contains(run.replace(" ", ""))));
    }

    @Test
    void headings_are_headings_and_arabic_runs_from_right_to_left() throws Exception {
        try (var document = read(SpecimenLetter.inBothLanguages())) {
            var paragraphs = document.getParagraphs();
            assertThat(paragraphs.stream().filter(it -> "Heading1".equals(it.getStyle())))
                    .hasSize(2);
            assertThat(paragraphs.stream().filter(it -> "Heading2".equals(it.getStyle())))
                    .hasSize(5);
            assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
            assertThat(paragraphs.stream()
                            .filter(DocxLetterTest::runsFromRight)
                            .map(it -> it.getText().replaceAll("[\u202A\u202C]", "")))
                    .containsExactlyElementsOf(arabicLines());
            assertThat(paragraphs.stream()
                            .filter(DocxLetterTest::runsFromRight)
                            .map(it -> it.getRuns().getFirst().getCTR().getRPr()))
                    .isNotEmpty()
                    .allMatch(it -> it.sizeOfRtlArray() == 1
                            && it.getLangArray(0).getBidi().equals("ar"));
        }
    }

    @Test
    void each_half_has_its_own_head_and_its_image_says_what_it_is() throws Exception {
        try (var document = read(SpecimenLetter.withHeads())) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .containsSubsequence("ALDORIA", "Central Authority, Velin", "ألدوريا", "السلطة المركزية، فيلين");
            assertThat(document.getParagraphs().stream()
                            .flatMap(it -> it.getRuns().stream())
                            .flatMap(it -> it.getEmbeddedPictures().stream())
                            .map(it -> it.getCTPicture().getNvPicPr().getCNvPr().getDescr()))
                    .containsExactly("ALDORIA", "ألدوريا");
        }
    }

    @Test
    void the_footer_counts_the_pages() throws Exception {
        try (var document = read(SpecimenLetter.inBothLanguages())) {
            var footer = document.getFooterList().getFirst();
            assertThat(footer.getParagraphs().getFirst().getText()).isEqualTo("The JSON governs. Act 4be1c0de");
            assertThat(footer.getParagraphs().getLast().getCTP().getFldSimpleList())
                    .extracting(field -> field.getInstr())
                    .containsExactly("PAGE", "NUMPAGES");
        }
    }

    @Test
    void what_is_no_character_is_written_as_its_code() throws Exception {
        var part = new Part(Locale.ENGLISH, "H", List.of(new Section("S", List.of("a\u0000b\uD800c\uFFFEd\u202Ee 王"))));

        try (var document = read(SpecimenLetter.in(part))) {
            assertThat(document.getParagraphs().getLast().getText()).isEqualTo("a[U+0000]b[U+D800]c[U+FFFE]de 王");
        }
    }

    private XWPFDocument read(Letter letter) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(letters.docx(letter)));
    }

    private static List<String> everyLine(Letter letter) {
        var lines = new ArrayList<String>();
        for (var part : letter.parts()) {
            lines.addAll(letter.letterhead());
            lines.add(letter.reference());
            lines.add(part.heading());
            for (var section : part.sections()) {
                lines.add(section.label());
                lines.addAll(section.paragraphs());
            }
        }
        return lines;
    }

    private static List<String> arabicLines() {
        var lines = new ArrayList<String>();
        lines.add(SpecimenLetter.arabic().heading());
        for (var section : SpecimenLetter.arabic().sections()) {
            lines.add(section.label());
            lines.addAll(section.paragraphs());
        }
        return lines;
    }

    private static boolean runsFromRight(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().getPPr();
        return properties != null && properties.isSetBidi();
    }
}
