package org.comity.sealing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Section;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paper of a node of practice, and of a drill, says so at the head of each page, in the page's language. */
class RibbonTest {

    private static final int PAGES = 3;

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "en, 'PRACTICE: made-up States, no real case', 'DRILL: no real case'",
        "fr, 'ENTRAÎNEMENT : États inventés, aucune affaire réelle', 'EXERCICE : aucune affaire réelle'",
        "ar, 'تدريب: دول متخيَّلة ولا قضية حقيقية', 'تمرين: ليست قضية حقيقية'"
    })
    void each_page_of_a_letter_and_of_an_acts_document_is_marked(String language, String practice, String drill)
            throws Exception {
        var locale = Locale.forLanguageTag(language);
        for (var official : List.of(true, false)) {
            assertThat(pages(pdf(LettersForTests.practice(), locale, official, false)))
                    .hasSizeGreaterThanOrEqualTo(PAGES)
                    .allSatisfy(it -> assertThat(it).contains(seen(practice)));
            assertThat(pages(pdf(LettersForTests.load(), locale, official, true)))
                    .hasSizeGreaterThanOrEqualTo(PAGES)
                    .allSatisfy(it -> assertThat(it).contains(seen(drill)).doesNotContain(seen(practice)));
            assertThat(pages(pdf(LettersForTests.load(), locale, official, false)))
                    .noneSatisfy(it -> assertThat(it).contains(seen(drill)))
                    .noneSatisfy(it -> assertThat(it).contains(seen(practice)));
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"en, true", "ar, true", "en, false", "ar, false"})
    void a_marked_document_is_as_accessible_as_any(String language, boolean official) throws Exception {
        ValidPdf.pdfA(pdf(LettersForTests.practice(), Locale.forLanguageTag(language), official, false));
    }

    private static byte[] pdf(Letters letters, Locale language, boolean official, boolean drill) {
        var paragraphs = Collections.nCopies(90, "198.51.100.7 \u2013 2026");
        if (!official) {
            var part = new Letters.Part(language, "Act", List.of(new Section("Facts", paragraphs)));
            return letters.pdf(new Letters.Letter(List.of("A"), "XA-2026-000001", "Act", List.of(part), "Act", drill));
        }
        var blocks = new ArrayList<Block>(List.of(new Head("Aldoria", "Authority", List.of(), null)));
        paragraphs.forEach(it -> blocks.add(new Text(it)));
        var part = new OfficialLetter.Part(language, "XA-2026-000001", "Act 4be1", blocks);
        return letters.pdf(
                new OfficialLetter("Act", "XA-2026-000001", List.of(part), OfficialLetter.Template.OURS, drill));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(seen(stripper.getText(document)));
            }
            return pages;
        }
    }

    /** Letters alone: vowel signs and spaces are set apart. */
    private static String seen(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}]", "");
    }
}
