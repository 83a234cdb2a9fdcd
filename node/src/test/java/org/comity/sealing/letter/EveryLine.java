package org.comity.sealing.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.vocabulary.LeftToRight;

/** Finds every word of every section in the text of the PDF and in the paragraphs of the DOCX. */
public final class EveryLine {

    private EveryLine() {}

    public static void mustStandIn(Locale language, List<Section> sections) {
        var letter = new Letter(
                List.of("ALDORIA"), "XA-2027-000001", "Act", List.of(new Part(language, "Act", sections)), "Act 4be1");
        mustStandInPdf(LettersForTests.load().pdf(letter), language, sections);
        var paragraphs = paragraphs(LettersForTests.load().docx(letter));
        for (var section : sections) {
            assertThat(paragraphs).contains(section.label()).containsAll(section.paragraphs());
        }
    }

    public static void mustStandInPdf(byte[] pdf, Locale language, List<Section> sections) {
        var text = bare(String.join("", VisualLines.of(pdf)));
        for (var section : sections) {
            words(text, section.label(), TextDirection.rightToLeft(language));
            section.paragraphs().forEach(it -> words(text, it, TextDirection.rightToLeft(it)));
        }
    }

    /** Word by word, since a line may break between any two. */
    private static void words(String text, String line, boolean rightToLeft) {
        for (var word : line.split("\\s+")) {
            var bare = closed(bare(word).replaceAll("^\\p{P}+|\\p{P}+$", ""));
            if (!bare.isEmpty()) {
                boolean kept = LeftToRight.pieces(bare).stream().allMatch(LeftToRight.Piece::kept);
                boolean stands = text.contains(VisualLines.expected(bare, rightToLeft && !kept));
                assertThat(stands).as("%s of: %s", bare, line).isTrue();
            }
        }
    }

    /** What was opened within a word closes within it: {@code 40(27)}. */
    private static String closed(String word) {
        int open = word.length() - word.replace("(", "").length();
        int closed = word.length() - word.replace(")", "").length();
        return word + ")".repeat(Math.max(0, open - closed));
    }

    /** Without the marks of vowels and what carries them, which the PDF sets beside the letters. */
    private static String bare(String text) {
        return text.replaceAll("[\u0640\u064b-\u0652]", "");
    }

    /** Without the signs that keep numbers in order. */
    private static List<String> paragraphs(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .map(it -> it.replaceAll("[\u202a\u202c]", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
