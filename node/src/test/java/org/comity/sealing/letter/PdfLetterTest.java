package org.comity.sealing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@Tag("long")
class PdfLetterTest {

    private static final Letters LETTERS = LettersForTests.load();

    /** Every letter and vowel sign of Arabic, those of Persian and Urdu, both kinds of digits, and the marks between. */
    private static final String EVERY_ARABIC = IntStream.concat(
                    IntStream.rangeClosed(0x621, 0x652), "پچژگکیےٹڈڑںھہ".codePoints())
            .filter(Character::isDefined)
            .filter(each -> each < 0x63b || each > 0x640)
            .mapToObj(Character::toString)
            .collect(Collectors.joining(" "));

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_U", "PDFUA_1"})
    void vera_pdf_finds_no_failed_check(PDFAFlavour flavour) throws Exception {
        ValidPdf.passes(LETTERS.pdf(SpecimenLetter.inBothLanguages()), flavour);
        ValidPdf.passes(LETTERS.pdf(SpecimenLetter.withHeads()), flavour);
    }

    @Test
    void every_line_of_both_languages_reads_as_it_was_written_character_by_character() {
        var letter = SpecimenLetter.inBothLanguages();
        var lines = VisualLines.of(LETTERS.pdf(letter));

        var expected = new ArrayList<String>();
        for (var part : letter.parts()) {
            boolean rightToLeft = TextDirection.rightToLeft(part.language());
            letter.letterhead().forEach(line -> expected.add(VisualLines.expected(line, false)));
            expected.add(VisualLines.expected(letter.reference(), false));
            expected.add(VisualLines.expected(part.heading(), rightToLeft));
            for (var section : part.sections()) {
                expected.add(VisualLines.expected(section.label(), rightToLeft));
                section.paragraphs()
                        .forEach(line -> expected.add(VisualLines.expected(line, TextDirection.rightToLeft(line))));
            }
            expected.add(VisualLines.expected(letter.footer(), false));
            expected.add(VisualLines.expected(rightToLeft ? "صفحة 2 من 2" : "Page 1 of 2", rightToLeft));
        }
        assertThat(lines).containsExactlyElementsOf(expected);
    }

    @Test
    void each_half_stands_under_the_head_of_its_own_language_with_its_image() throws Exception {
        var pdf = LETTERS.pdf(SpecimenLetter.withHeads());

        assertThat(VisualLines.of(pdf))
                .containsSubsequence(
                        "ALDORIA",
                        "CentralAuthority,Velin",
                        VisualLines.expected("ألدوريا", true),
                        VisualLines.expected("السلطة المركزية، فيلين", true));
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                var resources = page.getResources();
                assertThat(resources.getXObjectNames()).anyMatch(resources::isImageXObject);
            }
        }
    }

    @Test
    void the_whole_arabic_alphabet_is_shown() throws Exception {
        var text = text(LETTERS.pdf(oneParagraph(SpecimenLetter.ARABIC, EVERY_ARABIC)));

        assertThat(characters(text)).containsAll(characters(EVERY_ARABIC)).doesNotContain("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999 2 555 0117",
                "198.51.100.7",
                "203.0.113.0/25",
                "2001:db8::1/64",
                "2026-11-20 22:14:05 UTC",
                "14:07 UTC",
                "XA-2026-004405",
                "40(21)",
                "disk image.E01",
                "accounts.csv",
                "shop-admin@mail.example",
                "7f3a90c1 e5520d18 4be1c0de a86b52de",
                "24/7 Contact Point",
                "https://evil.example/pay?x=1"
            })
    void what_reads_from_left_to_right_does_so_in_arabic_wherever_it_stands(String run) {
        for (var line : List.of("هاتف %s، ليلاً ونهاراً.", "%s، هسبر (رقم 1).", "المرجع (%s)", "من %s إلى %s ثم")) {
            var seen = VisualLines.of(LETTERS.pdf(oneParagraph(SpecimenLetter.ARABIC, line.replace("%s", run))));
            assertThat(seen).as(line).anyMatch(it -> it.contains(run.replace(" ", "")));
        }
        var everywhere = new Letter(
                List.of("ألدوريا", "هاتف " + run),
                "مرجعنا " + run,
                "طلب",
                List.of(new Part(
                        SpecimenLetter.ARABIC, "طلب " + run + " هنا", List.of(new Section("(أ) " + run, List.of())))),
                "العمل " + run + ".");
        assertThat(VisualLines.of(LETTERS.pdf(everywhere)).stream().filter(it -> it.contains(run.replace(" ", ""))))
                .hasSize(5);
    }

    @Test
    void a_line_that_begins_with_a_latin_name_runs_as_its_page_does() {
        var seen = VisualLines.of(LETTERS.pdf(oneParagraph(SpecimenLetter.ARABIC, "Example Host، هسبر (رقم 1).")));

        assertThat(seen).anyMatch(it -> it.startsWith(".(1") && it.endsWith("ExampleHost"));
    }

    @Test
    void vowel_signs_stand_upon_their_letters_and_take_no_room() throws Exception {
        var signs = new ArrayList<TextPosition>();
        var letters = new ArrayList<TextPosition>();
        var reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                var sign = Normalizer.normalize(glyph.getUnicode(), Normalizer.Form.NFKC)
                        .strip();
                (sign.codePoints().allMatch(it -> Character.getType(it) == Character.NON_SPACING_MARK)
                                        && !sign.isEmpty()
                                ? signs
                                : letters)
                        .add(glyph);
            }
        };
        try (var document =
                Loader.loadPDF(LETTERS.pdf(oneParagraph(SpecimenLetter.ARABIC, "تُقدِّم مخزَّنة سرّياً مجدَّداً")))) {
            reader.getText(document);
        }

        assertThat(signs).hasSize(7).allSatisfy(sign -> {
            assertThat(sign.getWidthDirAdj()).isZero();
            assertThat(sign.getUnicode()).doesNotMatch("[\\uFE70-\\uFE7F]");
            assertThat(letters).anyMatch(it -> it.getY() == sign.getY() && Math.abs(it.getX() - sign.getX()) < 0.1);
        });
    }

    @Test
    void a_character_that_no_font_holds_is_written_as_its_code() throws Exception {
        var text = text(LETTERS.pdf(oneParagraph(Locale.ENGLISH, "Mr 王 wrote \uD83D\uDE00.")));

        assertThat(text).contains("Mr [U+738B] wrote [U+1F600].");
    }

    @Test
    void an_invisible_mark_cannot_turn_what_is_read() throws Exception {
        var text = text(LETTERS.pdf(oneParagraph(Locale.ENGLISH, "gnp.\u202Efdp.redro\u202C end\u0007")));

        assertThat(text).contains("gnp.fdp.redro end[U+0007]");
    }

    @Test
    void markup_in_a_text_is_text() throws Exception {
        var text = text(LETTERS.pdf(oneParagraph(Locale.ENGLISH, "<img src=\"http://192.0.2.1/x\"/> &amp; </p>")));

        assertThat(text).contains("<img src=\"http://192.0.2.1/x\"/> &amp; </p>");
    }

    @Test
    void each_page_carries_the_footer_and_its_number() throws Exception {
        var long1 = new Part(
                Locale.ENGLISH, "Long", List.of(new Section("", Collections.nCopies(90, "A line of some length."))));
        var pdf = LETTERS.pdf(new Letter(
                List.of("ALDORIA"),
                "XA-1",
                "Long",
                List.of(long1, SpecimenLetter.arabic()),
                "The JSON governs. Act 4be1"));

        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            var lines = VisualLines.of(pdf);
            assertThat(lines.stream().filter("TheJSONgoverns.Act4be1"::equals)).hasSize(pages);
            for (int page = 1; page < pages; page++) {
                assertThat(lines).contains("Page%dof%d".formatted(page, pages));
            }
            assertThat(lines).contains(VisualLines.expected("صفحة %d من %d".formatted(pages, pages), true));
        }
    }

    @Test
    void the_document_says_what_it_is() throws Exception {
        var letter = SpecimenLetter.inBothLanguages();
        try (var document = Loader.loadPDF(LETTERS.pdf(letter))) {
            assertThat(document.getDocumentInformation().getSubject()).contains(letter.reference());
            assertThat(new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("dc:description", letter.reference());
        }
    }

    @Test
    void every_font_is_one_of_ours() throws Exception {
        try (var document = Loader.loadPDF(LETTERS.pdf(SpecimenLetter.inBothLanguages()))) {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.getName()).contains("Noto");
                    assertThat(font.isEmbedded()).isTrue();
                }
            }
        }
    }

    private static Letter oneParagraph(Locale language, String text) {
        return SpecimenLetter.in(new Part(language, "H", List.of(new Section("S", List.of(text)))));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** A PDF holds shaped letters and ligatures; NFKC leads back to the letters that were written. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> characters(String text) {
        return plain(text)
                .codePoints()
                .filter(each -> each != ' ')
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }
}
